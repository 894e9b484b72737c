/**
 * Brazilian E-Commerce Public Dataset by Olist: a folder of tables. `customer_unique_id` is the person, `customer_id` is one order's
 * copy of them. Orders, items, payments and reviews are joined on disk, so that memory does not grow with the folder.
 */
import type { ProductRecord } from '../../../../../contract/records.ts';
import { Partitions } from '../../translate/partitions.ts';
import { emptyPiece, type Piece, rawRow } from '../../translate/piece.ts';
import { countRows } from '../count-rows.ts';
import type { OpenOptions, Preset, Reading } from '../preset.ts';
import { OrderJoin } from './join.ts';
import { NamedCells, type OlistTable, type OlistTables, olistTableOf, openOlist, tableNumber } from './tables.ts';

export const olist: Preset = {
  name: 'olist',
  title: 'Olist',
  channelKind: 'file',
  home: { currency: 'BRL', timeZone: 'America/Sao_Paulo', country: 'other' },
  fits: (sketches) => {
    const found = new Set(sketches.map(({ header }) => olistTableOf(header)));
    return found.has('orders') && found.has('items') ? 1 : 0;
  },
  open: async (source, options) => openTables(source.files, options),
};

async function openTables(files: Parameters<typeof openOlist>[0], options: OpenOptions): Promise<Reading> {
  const { tables, ignored } = await openOlist(files);
  let rows = 0;
  for (const name of Object.keys(tables) as OlistTable[]) rows += await countRows(tables[name]!.table);
  return { rows, ignored, pieces: () => readAll(tables, options) };
}

async function* readAll(tables: OlistTables, options: OpenOptions): AsyncGenerator<Piece> {
  const categories = await readTranslation(tables);
  yield { ...emptyPiece(), rows: categories.size };
  yield* readProducts(tables, categories);
  yield* readOrders(tables, options);
}

async function readTranslation(tables: OlistTables): Promise<Map<string, string>> {
  const english = new Map<string, string>();
  if (!tables.translation) return english;
  const { table } = tables.translation;
  const cells = new NamedCells(table.header);
  for await (const chunk of table.rows()) {
    for (const row of chunk.rows) {
      cells.read(row);
      english.set(cells.text('product_category_name'), cells.text('product_category_name_english'));
    }
  }
  return english;
}

async function* readProducts(tables: OlistTables, english: Map<string, string>): AsyncGenerator<Piece> {
  if (!tables.products) return;
  const { table } = tables.products;
  const cells = new NamedCells(table.header);
  for await (const chunk of table.rows()) {
    const piece: Piece = { ...emptyPiece(), rows: chunk.rows.length };
    chunk.rows.forEach((row, i) => {
      const product = readProduct(cells.read(row), english);
      if (product) piece.records.push(product);
      else piece.bad.push({ file: table.file, line: chunk.lines[i]!, column: 'product_id', reason: 'missing', raw: rawRow(row) });
    });
    yield piece;
  }
}

/** The set names no products: a category and the beginning of the id stand for the name. */
function readProduct(cells: NamedCells, english: Map<string, string>): ProductRecord | null {
  const id = cells.text('product_id');
  if (id === '') return null;
  const source = cells.text('product_category_name');
  const category = (english.get(source) ?? source).replaceAll('_', ' ');
  const name = `${category === '' ? 'product' : category} ${id.slice(0, 8)}`;
  const product: ProductRecord = { kind: 'product', externalId: id, sku: id, name };
  if (category !== '') product.category = [category];
  return product;
}

const joined: OlistTable[] = ['orders', 'items', 'payments', 'reviews'];

async function* readOrders(tables: OlistTables, options: OpenOptions): AsyncGenerator<Piece> {
  const bytes = joined.reduce((sum, name) => sum + (tables[name]?.size ?? 0), 0);
  const byOrder = await Partitions.create(bytes);
  try {
    yield* joinCustomers(tables, byOrder);
    for (const name of joined.slice(1)) yield* layAside(tables, name, 'order_id', byOrder);
    const join = new OrderJoin(tables, options.deliveryName);
    for await (const rows of byOrder.read()) yield join.piece(rows);
  } finally {
    await byOrder.close();
  }
}

/** Adds the customer's cells to each order, by `customer_id`, and lays the result aside by `order_id`. */
async function* joinCustomers(tables: OlistTables, byOrder: Partitions): AsyncGenerator<Piece> {
  const byCustomer = await Partitions.create((tables.orders?.size ?? 0) + (tables.customers?.size ?? 0));
  try {
    yield* layAside(tables, 'customers', 'customer_id', byCustomer);
    yield* layAside(tables, 'orders', 'customer_id', byCustomer);
    const orderAt = tables.orders?.table.header.indexOf('order_id') ?? -1;
    for await (const rows of byCustomer.read()) {
      const customers = new Map(rows.filter((row) => row.table === tableNumber('customers')).map((row) => [row.key, row.cells]));
      for (const row of rows.filter(({ table }) => table === tableNumber('orders'))) {
        const cells = [...row.cells, ...(customers.get(row.key) ?? [])];
        await byOrder.add({ key: row.cells[orderAt] ?? '', table: row.table, line: row.line, cells });
      }
    }
  } finally {
    await byCustomer.close();
  }
}

async function* layAside(tables: OlistTables, name: OlistTable, keyColumn: string, aside: Partitions): AsyncGenerator<Piece> {
  if (!tables[name]) return;
  const { table } = tables[name];
  const keyAt = table.header.indexOf(keyColumn);
  for await (const chunk of table.rows()) {
    for (let i = 0; i < chunk.rows.length; i += 1) {
      const cells = chunk.rows[i]!;
      await aside.add({ key: (cells[keyAt] ?? '').trim(), table: tableNumber(name), line: chunk.lines[i]!, cells });
    }
    yield { ...emptyPiece(), rows: chunk.rows.length };
  }
}
