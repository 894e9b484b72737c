import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderRow, OrderSummary } from '../../../contract/orders.ts';
import type { OrderRecord } from '../../../contract/records.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { connectRooms, projections } from '../../house.ts';
import { ingest } from '../../intake/ingest/index.ts';
import { project } from '../../platform/outbox.ts';
import { ensureChannel } from '../channels/index.ts';

const platform = await openTestPlatform();
let door: Door;
let owner: Visitor;
const channels = { ozon: 0, shop: 0 };

/** Eighty orders whose properties follow from their number, so that every filter has an answer that can be told beforehand. */
const made = Array.from({ length: 80 }, (_, i) => ({
  i,
  channel: i % 3 === 0 ? ('shop' as const) : ('ozon' as const),
  number: `${i % 2 === 0 ? 'A' : 'B'}-${String(1000 + ((i * 37) % 1000))}`,
  placedAt: new Date(Date.UTC(2026, 0, 1, 21) + (i % 40) * 12 * 3600_000).toISOString(),
  statusGroup: (['new', 'approval', 'assembly', 'delivery', 'done', 'cancelled'] as const)[i % 6],
  total: ((i * 7919) % 500) * 100,
  city: ['Тула', 'Орёл', 'Псков', undefined][i % 4],
  product: ['tea', 'cup', 'spoon'][i % 3] as string,
  scheme: i % 2 === 0 ? 'FBO' : 'FBS',
  payment: ['card', 'cash'][i % 2] as string,
  buyer:
    i % 5 === 0 ? undefined : { externalId: `buyer-${i % 10}`, name: `Ёлкин Пётр ${i % 10}`, phone: `+7912000${String(1000 + (i % 10))}` },
  isLate: i % 6 < 4 && i % 7 === 0,
}));
type Made = (typeof made)[number];

const orderOf = (one: Made): OrderRecord => ({
  kind: 'order',
  externalId: `x${one.i}`,
  number: one.number,
  placedAt: one.placedAt,
  status: `${one.statusGroup}-code`,
  statusGroup: one.statusGroup,
  currency: 'RUB',
  buyer: one.buyer,
  lines: [{ productExternalId: one.product, name: one.product, quantity: 1, price: one.total, total: one.total }],
  delivery: { city: one.city, method: 'courier', scheme: one.scheme, promisedAt: one.isLate ? '2026-02-01T00:00:00Z' : undefined },
  payments: [{ method: one.payment, amount: one.total }],
  acquiredFrom: one.i < 40 ? 'ads' : 'search',
  fields: { gift: one.i % 8 === 0 },
});

const goods = [
  { kind: 'product' as const, externalId: 'tea', name: 'Чай', category: ['Еда', 'Чай'] },
  { kind: 'product' as const, externalId: 'cup', name: 'Чашка', category: ['Дом'] },
];

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  await owner.call('POST /fields', { object: 'orders', key: 'gift', type: 'yes_no', labels: { en: 'Gift' } });
  channels.ozon = await ensureChannel(platform.db.db, { code: 'ozon', kind: 'ozon', name: 'Ozon' });
  channels.shop = await ensureChannel(platform.db.db, { code: 'shop', kind: 'web', name: 'Лавка' });
  for (const name of ['ozon', 'shop'] as const) {
    await ingest(platform, channels[name], [...goods, ...made.filter(({ channel }) => channel === name).map(orderOf)]);
  }
  await ingest(platform, channels.ozon, [
    {
      kind: 'return',
      externalId: 'r1',
      orderExternalId: 'x1',
      returnedAt: '2026-03-05T12:00:00+03:00',
      currency: 'RUB',
      lines: [{ productExternalId: 'cup', name: 'cup', quantity: 1, price: 1, total: 1 }],
    },
  ]);
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

interface Listed {
  rows: OrderRow[];
  next: string | null;
  total: number | null;
  sum: number | null;
}

/** Every page of a list. */
async function all(query: string, limit = 7): Promise<OrderRow[]> {
  const rows: OrderRow[] = [];
  for (let cursor = ''; ; ) {
    const { body, status } = await owner.call<Listed>(`GET /orders?${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    rows.push(...body.rows);
    if (body.next === null) return rows;
    cursor = body.next;
  }
}

const placed = (one: Made) => Date.parse(one.placedAt);
const idOf = new Map<string, number>();
const numbers = (rows: readonly { number: string }[]) => rows.map(({ number }) => number).toSorted();

const filters: [string, (one: Made) => boolean][] = [
  ['', () => true],
  ['statusGroup=new', (one) => one.statusGroup === 'new'],
  ['statusGroup=new&statusGroup=done', (one) => one.statusGroup === 'new' || one.statusGroup === 'done'],
  ['status=delivery-code', (one) => one.statusGroup === 'delivery'],
  [`city=${encodeURIComponent('Тула')}`, (one) => one.city === 'Тула'],
  ['scheme=FBS&paymentMethod=cash', (one) => one.scheme === 'FBS' && one.payment === 'cash'],
  ['deliveryMethod=courier', () => true],
  ['acquiredFrom=ads', (one) => one.i < 40],
  ['flag=no_buyer', (one) => one.buyer === undefined],
  ['flag=unknown_product', (one) => one.product === 'spoon'],
  ['flag=total_mismatch', () => false],
  ['placedFrom=2026-01-10', (one) => placed(one) >= Date.parse('2026-01-09T21:00:00Z')],
  ['placedTo=2026-01-10', (one) => placed(one) < Date.parse('2026-01-10T21:00:00Z')],
  [
    'placedFrom=2026-01-10T09:00:00Z&placedTo=2026-01-12T09:00:00Z',
    (one) => one.placedAt >= '2026-01-10T09' && one.placedAt < '2026-01-12T09',
  ],
  ['totalMin=20000&totalMax=30000', (one) => one.total >= 20_000 && one.total <= 30_000],
  ['returned=true', (one) => one.i === 1],
  ['cameBackFrom=2026-03-05&cameBackTo=2026-03-05', (one) => one.i === 1],
  ['cameBackFrom=2026-03-06', () => false],
  ['late=true', (one) => one.isLate],
  ['field=gift:true', (one) => one.i % 8 === 0],
  ['q=A-1', (one) => one.number.startsWith('A-1')],
  ['q=b-12', (one) => one.number.startsWith('B-12')],
  ['q=x5', (one) => one.i === 5],
  ['q=%25%25%25', () => false],
  [`q=${encodeURIComponent('петр елкин')}`, (one) => one.buyer !== undefined],
  ['q=elkin', (one) => one.buyer !== undefined],
  ['q=1003', (one) => one.i % 10 === 3],
];

test.each(filters)('[ORD-4] list by %s', async (query, isWanted) => {
  const wanted = made.filter(isWanted);
  expect(numbers(await all(query))).toEqual(numbers(wanted));
  const { body } = await owner.call<Listed>(`GET /orders?${query}&count=true&limit=1`);
  expect(body).toMatchObject({ total: wanted.length, sum: wanted.reduce((sum, { total }) => sum + total, 0) });
});

test('[ORD-4] list by channel, product, category and customer', async () => {
  const rows = await all('', 50);
  for (const row of rows) idOf.set(row.number, row.id);
  expect(numbers(await all(`channel=${channels.shop}`))).toEqual(numbers(made.filter(({ channel }) => channel === 'shop')));
  const { body } = await owner.call<{ rows: { id: number; name: string; category: { id: number } | null }[] }>('GET /products?limit=50');
  for (const [name, external] of [
    ['Чай', 'tea'],
    ['Чашка', 'cup'],
  ]) {
    const products = body.rows.filter((row) => row.name === name).map(({ id }) => `product=${id}`);
    expect(products).toHaveLength(2);
    expect(numbers(await all(products.join('&')))).toEqual(numbers(made.filter(({ product }) => product === external)));
  }
  const categories = (await owner.call<{ id: number; path: string }[]>('GET /categories')).body;
  const food = categories.find(({ path }) => path === 'Еда')?.id;
  expect(numbers(await all(`category=${food}`))).toEqual(numbers(made.filter(({ product }) => product === 'tea')));
  const customer = rows.find((row) => row.customer)?.customer;
  const name = customer?.name?.at(-1);
  expect(numbers(await all(`customer=${customer?.id}`))).toEqual(numbers(made.filter((one) => one.buyer?.name.at(-1) === name)));
  expect(numbers(await all(`id=${idOf.get(made[4]?.number ?? '')}`))).toEqual([made[4]?.number]);
});

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sorts: [string, (a: OrderRow, b: OrderRow) => number][] = [
  ['placedAt', (a, b) => Date.parse(a.placedAt) - Date.parse(b.placedAt)],
  ['total', (a, b) => a.totalBase - b.totalBase],
  ['number', (a, b) => byText(a.number, b.number)],
  ['updatedAt', (a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt)],
];

test.each(sorts)('[CUS-10] pages by %s hold every order once, in both directions, also with a filter', async (sort, compare) => {
  for (const filter of ['', '&statusGroup=done']) {
    const up = await all(`sort=${sort}${filter}`);
    expect(new Set(up.map(({ id }) => id)).size).toBe(filter ? 13 : 80);
    expect(up).toEqual(up.toSorted((a, b) => compare(a, b) || a.id - b.id));
    expect(await all(`sort=-${sort}${filter}`, 9)).toEqual(up.toReversed());
  }
});

test('a row tells what a dense list needs', async () => {
  const [row] = await all('q=x1&returned=true');
  expect(row).toMatchObject({
    number: 'B-1037',
    channelId: channels.ozon,
    status: 'approval-code',
    statusName: null,
    statusGroup: 'approval',
    currency: 'RUB',
    total: 41_900,
    totalBase: 41_900,
    paidTotal: 0,
    returnedTotal: 1,
    items: { first: 'cup', lines: 1, quantity: 1 },
    city: 'Орёл',
    deliveryScheme: 'FBS',
    paymentMethod: 'cash',
    flags: [],
    tags: [],
    managerId: null,
  });
  expect(row?.customer).toEqual({ id: expect.any(Number), name: 'Ёлкин Пётр 1', account: 'buyer-1' });
});

test('the summary is the same sum by group, returns apart', async () => {
  const { body } = await owner.call<OrderSummary>('GET /orders/summary?city=%D0%9E%D1%80%D1%91%D0%BB');
  const mine = made.filter(({ city }) => city === 'Орёл');
  expect(body).toMatchObject({ count: 20, sum: mine.reduce((sum, { total }) => sum + total, 0), returned: 1 });
  expect(body.groups.map(({ statusGroup, count }) => [statusGroup, count])).toEqual([
    ['approval', 7],
    ['delivery', 6],
    ['cancelled', 7],
  ]);
});

test('values of filters are found by what is typed', async () => {
  const values = async (facet: string, q: string) =>
    (await owner.call<string[]>(`GET /orders/facets/${facet}?q=${encodeURIComponent(q)}`)).body;
  expect(await values('city', '')).toEqual(['Орёл', 'Псков', 'Тула']);
  expect(await values('city', 'ор')).toEqual(['Орёл']);
  expect(await values('paymentMethod', 'ca')).toEqual(['card', 'cash']);
  expect(await values('tag', '')).toEqual([]);
});

test('a cursor of another list and a field that does not exist are refused in words', async () => {
  expect(await owner.call<{ code: string }>('GET /orders?cursor=nonsense')).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
  expect(await owner.call('GET /orders?field=height:3')).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'fields:unknown-field' }] },
  });
  expect(await owner.call('GET /orders?placedFrom=yesterday')).toMatchObject({ status: 422, body: { fields: [{ field: 'placedFrom' }] } });
});

test('the file has every order found, with amounts a spreadsheet reads and nothing it would run', async () => {
  await ingest(platform, channels.shop, [
    orderOf({ ...(made[0] as Made), i: 900, number: '=HYPERLINK("x")', total: 123_456, city: 'Уфа; центр' }),
  ]);
  const query = `GET /orders/export?city=${encodeURIComponent('Уфа; центр')}`;
  const { body, headers } = await owner.call<string>(query, undefined, { 'accept-language': 'ru' });
  const [header, line, rest] = body.split('\r\n');
  expect(headers['content-disposition']).toContain(encodeURIComponent('заказы.csv'));
  expect(header).toMatch(/^\ufeffЗаказ;Канал;Оформлен;/);
  expect(line).toMatch(
    /^"'=HYPERLINK\(""x""\)";Лавка;2026-01-01T21:00:00.000Z;;new-code;Новый;RUB;1234,56;1234,56;0,00;0,00;tea;1;;"Уфа; центр";courier;FBO;card;;/,
  );
  expect(rest).toBe('');
  const log = await owner.call<{ rows: object[] }>('GET /audit?action=orders.exported');
  expect(log.body.rows).toMatchObject([{ actor: { name: 'Анна Петрова' }, after: { filter: { city: ['Уфа; центр'] } } }]);
});

test('channels tell how much came from each', async () => {
  await project(platform, projections);
  const { body } = await owner.call<{ code: string }[]>('GET /channels');
  expect(body).toMatchObject([
    {
      code: 'ozon',
      name: 'Ozon',
      orders: 53,
      firstOrderAt: '2026-01-01T21:00:00Z',
      lastOrderAt: '2026-01-21T09:00:00Z',
      receivedAt: expect.any(String),
    },
    { code: 'shop', orders: 28, isDemo: false },
  ]);
  const renamed = await owner.call(`PATCH /channels/${channels.shop}`, { name: 'Моя лавка' });
  expect(renamed).toMatchObject({ status: 200, body: { name: 'Моя лавка', code: 'shop' } });
  expect(await owner.call('PATCH /channels/999', { name: 'x' })).toMatchObject({ status: 404 });
});
