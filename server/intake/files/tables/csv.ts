/** Separated text files (CSV, TSV and their kin) as tables. */
import { decodeText, type Encoding, encodingOf } from '../source/encoding.ts';
import { readStart, type SourceFile } from '../source/source.ts';
import { type CsvDialect, detectDialect } from './csv-dialect.ts';
import { CsvParser } from './csv-parser.ts';
import { findHeader } from './header.ts';
import type { RowChunk, Table } from './table.ts';

const sampleBytes = 4 * 1024 * 1024;
const dialectLetters = 256 * 1024;

export async function openCsv(file: SourceFile): Promise<Table> {
  const start = await readStart(file, sampleBytes);
  const encoding = encodingOf(start);
  const sample = new TextDecoder(encoding).decode(start.subarray(0, dialectLetters));
  const dialect = detectDialect(sample);
  const header = findHeader(sampleRows(sample, dialect));
  return {
    file: file.name,
    format: 'csv',
    encoding,
    delimiter: dialect.delimiter,
    header: header.names,
    rows: () => readRows(file, encoding, dialect, header.skip),
  };
}

function sampleRows(sample: string, dialect: CsvDialect): string[][] {
  const parser = new CsvParser(dialect.delimiter, dialect.newline);
  const { rows } = parser.feed(sample);
  const all = rows.length > 0 ? rows : parser.end().rows;
  return all.slice(dialect.namesDelimiter ? 1 : 0, 200);
}

async function* readRows(file: SourceFile, encoding: Encoding, dialect: CsvDialect, skip: number): AsyncGenerator<RowChunk> {
  const parser = new CsvParser(dialect.delimiter, dialect.newline);
  let left = skip + (dialect.namesDelimiter ? 1 : 0);
  const stream = await file.open();
  try {
    for await (const text of decodeText(stream, encoding)) {
      const chunk = parser.feed(text);
      left = dropRows(chunk, left);
      if (chunk.rows.length > 0 || chunk.broken) yield chunk;
    }
    const chunk = parser.end();
    dropRows(chunk, left);
    yield chunk;
  } finally {
    stream.destroy();
  }
}

function dropRows(chunk: RowChunk, count: number): number {
  const dropped = Math.min(count, chunk.rows.length);
  if (dropped > 0) {
    chunk.rows.splice(0, dropped);
    chunk.lines.splice(0, dropped);
  }
  return count - dropped;
}
