/** What translation yields as it goes through a file: records, and the rows that could not become any. */
import type { BadRowReason } from '../../../../contract/imports.ts';
import type { CanonicalRecord } from '../../../../contract/records.ts';

export interface BadRow {
  file: string;
  line: number;
  column: string | null;
  reason: BadRowReason;
  raw: string;
}

/**
 * The records and bad rows of a file come in the same order each time it is read, however the pieces are cut: a stopped import goes on
 * by passing over as many of each as are already in.
 */
export interface Piece {
  records: CanonicalRecord[];
  bad: BadRow[];
  /** Rows of the source read for this piece. */
  rows: number;
}

const longestRaw = 2_000;

/** A row as text for the report. */
export function rawRow(row: readonly string[]): string {
  return row
    .map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
    .slice(0, longestRaw);
}

export function emptyPiece(): Piece {
  return { records: [], bad: [], rows: 0 };
}
