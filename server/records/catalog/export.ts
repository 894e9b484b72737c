/** The list of goods as a file. */
import type { ProductFilter, ProductRow, ProductSort } from '../../../contract/catalog.ts';
import type { Language } from '../../../contract/language.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { type Cell, csvStream } from '../../platform/csv.ts';
import { fieldColumns } from '../../platform/field-columns.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { say } from '../../platform/words.ts';
import { listChannels } from '../channels/index.ts';
import { whereOf } from './filter.ts';
import { listProducts } from './list-store.ts';

const columns = [
  'sku',
  'name',
  'brand',
  'category',
  'barcode',
  'price',
  'priceCurrency',
  'cost',
  'costCurrency',
  'stock',
  'channels',
  'tags',
] as const;

/** Who took data out is noted. @throws as the list does, before the first byte */
export async function exportProducts(db: Db, author: Actor, filter: ProductFilter, sort: ProductSort, language: Language) {
  const where = await whereOf(db, filter);
  const channels = new Map((await listChannels(db)).map(({ id, name }) => [id, name]));
  const fields = await fieldColumns(db, 'products', language);
  const header = [...columns.map((column) => say(`catalog:export.${column}`, {}, language)), ...fields.titles];
  await audit(db, author, { action: 'catalog.exported', object: { kind: 'products', id: 'export' }, after: { filter } });
  async function* pages() {
    let cursor: string | undefined;
    do {
      const { rows, next } = await listProducts(db, where, { sort, limit: 1_000, cursor });
      yield rows.map((row) => [...cellsOf(row, channels), ...fields.cellsOf(row.fields)]);
      cursor = next ?? undefined;
    } while (cursor !== undefined);
  }
  return {
    name: `${say('catalog:export.file', {}, language)}.csv`,
    type: 'text/csv; charset=utf-8',
    content: csvStream(header, pages(), language),
  };
}

function cellsOf(row: ProductRow, channels: Map<number, string>): Cell[] {
  const amount = (minor: number | null) => (minor === null ? null : { minor });
  return [
    row.sku,
    row.name,
    row.brand,
    row.category?.path ?? null,
    row.barcode,
    amount(row.price),
    row.priceCurrency,
    amount(row.cost),
    row.cost === null ? null : row.currency,
    row.stock,
    row.channels.map((id) => channels.get(id) ?? '').join(', '),
    row.tags.join(', '),
  ];
}
