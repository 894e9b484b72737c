import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Category, ProductCard, ProductRow } from '../../../contract/catalog.ts';
import type { UnknownProduct } from '../../../contract/orders.ts';
import type { CanonicalRecord, ProductRecord } from '../../../contract/records.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { connectRooms, projections } from '../../house.ts';
import { ingest } from '../../intake/ingest/index.ts';
import { project } from '../../platform/outbox.ts';
import { ensureChannel } from '../channels/index.ts';

const platform = await openTestPlatform();
const { db } = platform.db;
let door: Door;
let owner: Visitor;
let ozon = 0;
let shop = 0;

const categories = [['Еда', 'Чай'], ['Еда', 'Кофе'], ['Дом']];

const letters = [...'абвгдежзийклмнопрстуфхцчшщэюяa'];

/** Thirty products whose properties follow from their number. */
const made = Array.from({ length: 30 }, (_, i) => ({
  i,
  name: `Товар ${letters[(i * 7) % 30]}`,
  sku: i % 3 === 0 ? undefined : `SKU-${String(i).padStart(2, '0')}`,
  brand: ['Ромашка', 'Лютик'][i % 2] as string,
  category: categories[i % 3],
  price: ((i * 11) % 17) * 1_000,
  cost: i % 4 === 0 ? undefined : i * 100,
  stock: i % 5 === 0 ? undefined : (i % 5) - 1,
  active: i % 10 !== 0,
  both: i % 3 === 1,
}));
type Made = (typeof made)[number];

const productOf = ({ i, name, sku, brand, category, price, cost, stock, active }: Made): ProductRecord => ({
  kind: 'product',
  externalId: `p${i}`,
  name,
  sku,
  brand,
  category,
  price,
  cost,
  currency: 'RUB',
  active,
  changedAt: '2026-05-01T00:00:00Z',
  ...(stock !== undefined && { stock: { main: stock } }),
});

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  ozon = await ensureChannel(db, { code: 'ozon', kind: 'ozon', name: 'Ozon' });
  shop = await ensureChannel(db, { code: 'shop', kind: 'web', name: 'Лавка' });
  await ingest(platform, ozon, made.map(productOf));
  await ingest(
    platform,
    shop,
    made
      .filter(({ both }) => both)
      .map((one) => ({ ...productOf(one), externalId: `shop-${one.i}`, price: one.price + 5_000, stock: undefined })),
  );
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

async function all(query: string, limit = 4): Promise<ProductRow[]> {
  const rows: ProductRow[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await owner.call<{ rows: ProductRow[]; next: string | null }>(
      `GET /products?${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`,
    );
    rows.push(...body.rows);
    if (body.next === null) return rows;
    cursor = body.next;
  }
}

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).toSorted();

const filters: [string, (one: Made) => boolean][] = [
  ['', () => true],
  ['q=sku-11', (one) => one.i === 11],
  [`q=${encodeURIComponent('лютик товар')}`, (one) => one.brand === 'Лютик'],
  ['q=shop-13', (one) => one.i === 13],
  [`brand=${encodeURIComponent('Ромашка')}`, (one) => one.brand === 'Ромашка'],
  ['inStock=true', (one) => (one.stock ?? 0) > 0],
  ['inStock=false', (one) => one.stock !== undefined && one.stock <= 0],
  ['withoutCost=true', (one) => one.cost === undefined],
  ['active=false', (one) => !one.active],
  ['unmapped=true', () => false],
  ['tag=none', () => false],
];

test.each(filters)('[COL-2] goods by %s', async (query, isWanted) => {
  const wanted = made.filter(isWanted);
  expect(names(await all(query))).toEqual(names(wanted));
  expect((await owner.call<{ total: number }>(`GET /products?${query}&count=true`)).body.total).toBe(wanted.length);
});

test('[COL-2] goods by channel, by channel they are missing on, and by category with what is below it', async () => {
  expect(names(await all(`channel=${shop}`))).toEqual(names(made.filter(({ both }) => both)));
  expect(names(await all(`unmapped=true&channel=${shop}`))).toEqual(names(made.filter(({ both }) => !both)));
  const { body: tree } = await owner.call<Category[]>('GET /categories');
  expect(tree.map(({ path, products, productsBelow }) => [path, products, productsBelow])).toEqual([
    ['Дом', 10, 10],
    ['Еда', 0, 20],
    ['Еда / Кофе', 10, 10],
    ['Еда / Чай', 10, 10],
  ]);
  const [, food, coffee] = tree;
  expect(coffee?.parentId).toBe(food?.id);
  expect(names(await all(`category=${food?.id}`))).toEqual(names(made.filter(({ category }) => category?.[0] === 'Еда')));
});

test.each([
  ['name', (row: ProductRow) => row.name],
  ['sku', (row: ProductRow) => row.sku ?? ''],
  ['price', (row: ProductRow) => row.price ?? -1],
  ['stock', (row: ProductRow) => row.stock ?? 0],
  ['updatedAt', (row: ProductRow) => row.updatedAt],
])('[CUS-10] pages of goods by %s hold each once, in both directions', async (sort, keyOf) => {
  const up = await all(`sort=${sort}`);
  expect(up).toHaveLength(30);
  expect(up).toEqual(up.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a.id - b.id)));
  expect(await all(`sort=-${sort}`, 7)).toEqual(up.toReversed());
});

test('[COL-2] the card has offers of every channel, price history, and sales of 7, 30 and 90 days with returns', async () => {
  const day = 86_400_000;
  const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
  const sale = (externalId: string, days: number, quantity: number): CanonicalRecord => ({
    kind: 'order',
    externalId,
    placedAt: ago(days),
    status: 'done',
    statusGroup: 'done',
    currency: 'RUB',
    lines: [{ productExternalId: 'p1', name: 'x', quantity, price: 1_000, total: quantity * 1_000 }],
  });
  await ingest(platform, ozon, [
    sale('1', 1, 4),
    sale('2', 20, 2),
    sale('3', 80, 10),
    { ...sale('4', 2, 50), status: 'no', statusGroup: 'cancelled' } as CanonicalRecord,
    {
      kind: 'return',
      externalId: 'r',
      orderExternalId: '1',
      returnedAt: ago(0.5),
      currency: 'RUB',
      lines: [{ productExternalId: 'p1', name: 'x', quantity: 1, price: 1_000, total: 1_000 }],
    },
    { ...productOf(made[1] as Made), price: 7_700, changedAt: '2026-05-09T00:00:00Z' },
  ]);
  await project(platform, projections);
  const [row] = await all('q=SKU-01');
  const { body } = await owner.call<ProductCard>(`GET /products/${row?.id}`);
  expect(body).toMatchObject({
    name: `Товар ${letters[7]}`,
    sku: 'SKU-01',
    brand: 'Лютик',
    category: { path: 'Еда / Кофе' },
    price: 7_700,
    priceCurrency: 'RUB',
    cost: 100,
    stock: 0,
    edited: [],
  });
  expect(body.offers.map(({ channelId, externalId, price }) => [channelId, externalId, price])).toEqual([
    [ozon, 'p1', 7_700],
    [shop, 'shop-1', 16_000],
  ]);
  expect(body.offers[0]?.prices).toEqual([
    { at: '2026-05-09T00:00:00.000Z', currency: 'RUB', price: 7_700, oldPrice: null },
    { at: '2026-05-01T00:00:00.000Z', currency: 'RUB', price: 11_000, oldPrice: null },
  ]);
  expect(body.sales).toEqual([
    { days: 7, orders: 1, units: 4, revenue: 4_000, returnedUnits: 1, returnRate: 0.25 },
    { days: 30, orders: 2, units: 6, revenue: 6_000, returnedUnits: 1, returnRate: 1 / 6 },
    { days: 90, orders: 3, units: 16, revenue: 16_000, returnedUnits: 1, returnRate: 1 / 16 },
  ]);
  expect(await owner.call('GET /products/999999')).toMatchObject({ status: 404 });
});

test('[CUS-7] what people write on a product stays when a channel tells it again; the rest follows the channel', async () => {
  const [row] = await all('q=SKU-02');
  const { body: tree } = await owner.call<Category[]>('GET /categories');
  const coffee = tree.find(({ path }) => path === 'Еда / Кофе')?.id;
  const change = { name: 'Наш чай', cost: 12_345, categoryId: coffee, tags: ['хит'] };
  const changed = await owner.call<ProductCard>(`PATCH /products/${row?.id}`, change);
  expect(changed).toMatchObject({
    status: 200,
    body: { name: 'Наш чай', cost: 12_345, category: { path: 'Еда / Кофе' }, tags: ['хит'], edited: ['category_id', 'cost', 'name'] },
  });
  await ingest(platform, ozon, [
    { ...productOf(made[2] as Made), name: 'Имя канала', brand: 'Новый', cost: 1, changedAt: '2026-06-01T00:00:00Z' },
  ]);
  const { body } = await owner.call<ProductCard>(`GET /products/${row?.id}`);
  expect(body).toMatchObject({ name: 'Наш чай', cost: 12_345, brand: 'Новый', category: { path: 'Еда / Кофе' } });
  expect(names(await all(`q=${encodeURIComponent('наш чай')}`))).toEqual(['Наш чай']);
  expect(await owner.call(`PATCH /products/${row?.id}`, { categoryId: 999_999 })).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'catalog:no-such-category' }] },
  });
  const log = await owner.call<{ rows: object[] }>(`GET /audit?objectKind=product&objectId=${row?.id}`);
  expect(log.body.rows).toMatchObject([{ action: 'catalog.changed', before: { cost: 200 }, after: { cost: 12_345 } }]);
});

test('[SYN-8] an unknown product is counted, and heals past and coming orders, stock and reviews once it is named', async () => {
  const sale = (externalId: string, line: { productExternalId?: string; sku?: string }): CanonicalRecord => ({
    kind: 'order',
    externalId,
    placedAt: '2026-03-01T00:00:00Z',
    status: 'done',
    statusGroup: 'done',
    currency: 'RUB',
    lines: [{ ...line, name: 'Диковина', quantity: 2, price: 100, total: 200 }],
  });
  await ingest(platform, shop, [
    sale('u1', { productExternalId: 'odd' }),
    sale('u2', { productExternalId: 'odd' }),
    sale('u3', { sku: 'odd-sku' }),
    { kind: 'stock', productExternalId: 'odd', warehouse: 'main', quantity: 5 },
    { kind: 'review', externalId: 'v', productExternalId: 'odd', rating: 5, createdAt: '2026-03-02T00:00:00Z' },
  ]);
  const unknown = (await owner.call<UnknownProduct[]>(`GET /products/unknown?channel=${shop}`)).body;
  expect(unknown).toEqual([
    { channelId: shop, externalId: 'odd', name: 'Диковина', orders: 2, lines: 2, quantity: 4, lastOrderAt: '2026-03-01T00:00:00.000Z' },
    { channelId: shop, externalId: 'odd-sku', name: 'Диковина', orders: 1, lines: 1, quantity: 2, lastOrderAt: '2026-03-01T00:00:00.000Z' },
  ]);
  const [first, second] = await all('q=SKU-05').then(async ([one]) => [one as ProductRow, (await all('q=SKU-08'))[0] as ProductRow]);
  for (const externalId of ['odd', 'odd-sku']) {
    expect(await owner.call('POST /products/unknown/map', { channelId: shop, externalId, productId: first?.id })).toMatchObject({
      status: 201,
      body: { externalId, channelId: shop },
    });
  }
  expect((await owner.call<UnknownProduct[]>(`GET /products/unknown?channel=${shop}`)).body).toEqual([]);
  const known = async () => {
    const { rows } = await sql<{
      flags: string[];
      product: number;
    }>`select o.flags, l.product_id as product from orders.orders o join orders.lines l on l.order_id = o.id
      where o.channel_id = ${shop} and o.external_id like 'u%' order by o.external_id`.execute(db);
    return rows;
  };
  expect(await known()).toEqual(Array.from({ length: 3 }, () => ({ flags: ['no_buyer'], product: first?.id })));
  expect((await owner.call<{ rows: object[] }>(`GET /stock?product=${first?.id}&channel=${shop}`)).body.rows).toMatchObject([
    { productName: first?.name, free: 5 },
  ]);
  expect((await owner.call(`GET /reviews/summary?product=${first?.id}`)).body).toMatchObject({ count: 1, average: 5 });
  await ingest(platform, shop, [sale('u4', { sku: 'odd-sku' })]);
  expect((await known()).at(-1)).toEqual({ flags: ['no_buyer'], product: first?.id });
  await owner.call('POST /products/unknown/map', { channelId: shop, externalId: 'odd', productId: second?.id });
  expect((await known()).map(({ product }) => product)).toEqual([second?.id, second?.id, first?.id, first?.id]);
  expect((await all('q=SKU-08'))[0]?.stock).toBe((made[8]?.stock ?? 0) + 5);
  expect(await owner.call('POST /products/unknown/map', { channelId: 999, externalId: 'odd', productId: first?.id })).toMatchObject({
    status: 422,
  });
  expect(await owner.call('POST /products/unknown/map', { channelId: shop, externalId: 'odd', productId: 999_999 })).toMatchObject({
    status: 404,
  });
});

test('brands are listed by how many goods they have, and the file has every product found', async () => {
  expect((await owner.call(`GET /products/brands?q=${encodeURIComponent('ром')}`)).body).toEqual([{ brand: 'Ромашка', products: 14 }]);
  const { body } = await owner.call<string>('GET /products/export?q=SKU-07', undefined, { 'accept-language': 'uk' });
  expect(body).toBe(
    '\ufeffАртикул товару;Назва;Бренд товару;Категорія;Штрихкод товару;Ціна;Валюта ціни;Собівартість;Валюта собівартості;Залишок;Канали;Мітки\r\n' +
      `SKU-07;Товар ${letters[19]};Лютик;Еда / Кофе;;90,00;RUB;7,00;RUB;1;Ozon, Лавка;\r\n`,
  );
});
