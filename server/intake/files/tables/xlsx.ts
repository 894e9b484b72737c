/** Spreadsheets (.xlsx) as tables: the first visible sheet, read as a stream. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SourceFile } from '../source/source.ts';
import { openZip } from '../source/zip.ts';
import { findHeader } from './header.ts';
import type { RowChunk, Table } from './table.ts';
import { openWorkbook, readSharedStrings } from './xlsx-parts.ts';
import { readSheet } from './xlsx-sheet.ts';

const headerRows = 200;

export async function openXlsx(file: SourceFile): Promise<Table> {
  const first: string[][] = [];
  for await (const chunk of readWorkbook(file)) {
    first.push(...chunk.rows);
    if (first.length >= headerRows) break;
  }
  const header = findHeader(first.slice(0, headerRows));
  return {
    file: file.name,
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    header: header.names,
    rows: () => afterHeader(readWorkbook(file), header.skip),
  };
}

async function* afterHeader(chunks: AsyncGenerator<RowChunk>, skip: number): AsyncGenerator<RowChunk> {
  let left = skip;
  for await (const chunk of chunks) {
    const dropped = Math.min(left, chunk.rows.length);
    left -= dropped;
    if (dropped < chunk.rows.length) yield { rows: chunk.rows.slice(dropped), lines: chunk.lines.slice(dropped) };
  }
}

/** A workbook needs random access, so one that comes out of an archive is laid on disk first. */
async function* readWorkbook(file: SourceFile): AsyncGenerator<RowChunk> {
  const folder = await mkdtemp(join(tmpdir(), 'prilavok-xlsx-'));
  try {
    const path = file.path ?? (await unpack(file, join(folder, 'workbook.xlsx')));
    const archive = await openZip(path);
    const strings = await readSharedStrings(archive, folder);
    try {
      const workbook = await openWorkbook(archive);
      const sheet = archive.find(workbook.sheetPath);
      if (sheet) yield* readSheet(await sheet.open(), workbook, strings);
    } finally {
      strings.close();
      await archive.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpack(file: SourceFile, path: string): Promise<string> {
  await pipeline(await file.open(), createWriteStream(path));
  return path;
}
