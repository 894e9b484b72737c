/** A table as every reader gives it: a header, then rows of texts in pieces, each row with its line in the file. */
import type { Encoding } from '../source/encoding.ts';

/** A stretch of the file that could not be read as a row at all. */
export interface BrokenRow {
  line: number;
  raw: string;
  code: 'unclosed_quote' | 'broken_json' | 'broken_xml';
}

export interface RowChunk {
  rows: string[][];
  /** Line (or item) number in the file of each row, from 1. */
  lines: number[];
  broken?: BrokenRow[];
}

export interface Table {
  /** Name of the file the table is in. */
  file: string;
  format: 'csv' | 'xlsx' | 'json';
  encoding: Encoding | null;
  delimiter: string | null;
  header: string[];
  /** Rows after the header, without blank ones; may be read again from the beginning. */
  rows(): AsyncGenerator<RowChunk>;
}

/** Texts of the first rows, for guessing and for showing. */
export async function firstRows(table: Table, count: number): Promise<{ rows: string[][]; lines: number[] }> {
  const rows: string[][] = [];
  const lines: number[] = [];
  for await (const chunk of table.rows()) {
    rows.push(...chunk.rows);
    lines.push(...chunk.lines);
    if (rows.length >= count) break;
  }
  return { rows: rows.slice(0, count), lines: lines.slice(0, count) };
}
