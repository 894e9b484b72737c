/** A first look at dropped files: what they are and how they begin. */
import { encodingOf } from '../source/encoding.ts';
import { readStart, type Source, type SourceFile } from '../source/source.ts';
import { detectFormat, openTable } from '../tables/open-table.ts';
import { firstRows } from '../tables/table.ts';
import type { Sketch } from './preset.ts';

const startLetters = 256 * 1024;

/** @param rows how many rows of each table to take */
export async function sketchSource(source: Source, rows: number): Promise<Sketch[]> {
  const sketches: Sketch[] = [];
  for (const file of source.files) sketches.push(await sketchFile(file, rows));
  return sketches;
}

async function sketchFile(file: SourceFile, rows: number): Promise<Sketch> {
  const format = await detectFormat(file);
  const table = await openTable(file);
  if (table) {
    const { encoding, delimiter, header } = table;
    return { file, format, encoding, delimiter, header, rows: (await firstRows(table, rows)).rows, start: '' };
  }
  const start = format === 'feed' ? await readStart(file, startLetters) : Buffer.alloc(0);
  const encoding = format === 'feed' ? encodingOf(start) : null;
  return { file, format, encoding, delimiter: null, header: [], rows: [], start: new TextDecoder(encoding ?? 'utf-8').decode(start) };
}
