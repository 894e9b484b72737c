/**
 * Saved answers of the Wildberries API, of three generations: FBS orders (v2 and v3), orders of the statistics API, and stocks.
 * `rid` (called `srid` in statistics) is the key of an order in all of them, the barcode the key of a product.
 */
import type { BadRowReason } from '../../../../../contract/imports.ts';
import type { CanonicalRecord } from '../../../../../contract/records.ts';
import type { SourceFile } from '../../source/source.ts';
import { type JsonObject, readItems } from '../../tables/json-items.ts';
import { detectFormat } from '../../tables/open-table.ts';
import { emptyPiece, type Piece } from '../../translate/piece.ts';
import type { OpenOptions, Preset, Reading } from '../preset.ts';
import { readFbsOrder } from './fbs-order.ts';
import { ItemFault } from './item.ts';
import { readStatisticsOrder } from './statistics-order.ts';
import { readStock } from './stock.ts';

type ItemReader = (item: JsonObject, options: OpenOptions) => CanonicalRecord[];

function readerOf(item: JsonObject): ItemReader | null {
  if ('srid' in item && 'lastChangeDate' in item) return readStatisticsOrder;
  if ('rid' in item && ('orderUID' in item || 'orderUid' in item)) return readFbsOrder;
  return 'barcode' in item && ('stock' in item || 'quantity' in item) ? readStock : null;
}

export const wildberriesOrders: Preset = {
  name: 'wildberries-orders',
  title: 'Wildberries',
  channelKind: 'wildberries',
  fits: (sketches) => (sketches.some(({ format, header }) => format === 'json' && readerOf(fromHeader(header))) ? 1 : 0),
  open: openAnswers,
};

const fromHeader = (header: readonly string[]): JsonObject => Object.fromEntries(header.map((name) => [name, '']));

async function openAnswers({ files }: { files: SourceFile[] }, options: OpenOptions): Promise<Reading> {
  const answers: SourceFile[] = [];
  const ignored: string[] = [];
  for (const file of files) {
    if ((await detectFormat(file)) === 'json') answers.push(file);
    else ignored.push(file.name);
  }
  // Stocks first: they name the products that orders speak of.
  const sorted = answers.toSorted((a, b) => Number(/stock/i.test(b.name)) - Number(/stock/i.test(a.name)));
  let rows = 0;
  for (const file of sorted) for await (const { items, broken } of readItems(file)) rows += items.length + broken.length;
  return { rows, ignored, pieces: () => readAnswers(sorted, options) };
}

async function* readAnswers(files: readonly SourceFile[], options: OpenOptions): AsyncGenerator<Piece> {
  for (const file of files) {
    for await (const { items, broken } of readItems(file)) {
      const piece: Piece = { ...emptyPiece(), rows: items.length + broken.length };
      for (const { line, raw, code } of broken) piece.bad.push({ file: file.name, line, column: null, reason: code, raw });
      for (const { value, line } of items) addItem(value, line, file.name, options, piece);
      yield piece;
    }
  }
}

function addItem(item: JsonObject, line: number, file: string, options: OpenOptions, piece: Piece): void {
  const bad = (column: string | null, reason: BadRowReason) =>
    piece.bad.push({ file, line, column, reason, raw: JSON.stringify(item).slice(0, 2_000) });
  const read = readerOf(item);
  if (!read) return void bad(null, 'no_identity');
  try {
    piece.records.push(...read(item, options));
  } catch (error) {
    if (!(error instanceof ItemFault)) throw error;
    bad(error.field, error.reason);
  }
}
