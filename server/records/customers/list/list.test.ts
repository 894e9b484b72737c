import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerRow } from '../../../../contract/customers.ts';
import type { OrderRecord } from '../../../../contract/records.ts';
import { openTestPlatform } from '../../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../../tests/rig/visitors.ts';
import { rooms } from '../../../app.ts';
import { connectRooms } from '../../../house.ts';
import { ingest } from '../../../intake/ingest/index.ts';
import { onPlatform } from '../../../platform/job-definition.ts';
import { ensureChannel } from '../../channels/index.ts';
import { bulkJob } from './bulk.ts';

const platform = await openTestPlatform();
let door: Door;
let owner: Visitor;
let ozon = 0;
let shop = 0;

/** Sixty buyers whose properties follow from their number, so that every filter has an answer that can be told beforehand. */
const people = Array.from({ length: 60 }, (_, i) => ({
  i,
  name: i % 10 === 0 ? undefined : `Покупатель ${String(i).padStart(2, '0')}`,
  city: ['Тула', 'Орёл', 'Псков'][i % 3],
  sex: (['male', 'female'] as const)[i % 2],
  email: i % 4 === 0 ? `buyer${i}@example.com` : i % 4 === 1 ? 'нет' : undefined,
  orders: i % 5,
}));

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  ozon = await ensureChannel(platform.db.db, { code: 'ozon', kind: 'ozon', name: 'Ozon' });
  shop = await ensureChannel(platform.db.db, { code: 'shop', kind: 'web', name: 'Лавка' });
  for (const [key, type] of [
    ['level', 'text'],
    ['visits', 'integer'],
    ['birthday', 'date'],
    ['limit', 'money'],
  ]) {
    await owner.call('POST /fields', { object: 'customers', key, type, labels: { en: key } });
  }
  for (const channel of [ozon, shop]) {
    const mine = people.filter(({ i }) => (i % 2 === 0) === (channel === ozon));
    await ingest(
      platform,
      channel,
      mine.map(({ i, name, city, sex, email }) => ({
        kind: 'customer',
        externalId: `acc-${i}`,
        name,
        city,
        sex,
        email,
        tags: i % 6 === 0 ? ['vip'] : [],
        acquiredFrom: i < 30 ? 'ads' : 'search',
        fields: {
          level: i < 10 ? 'gold' : 'silver',
          visits: i,
          birthday: `1990-01-${String(1 + (i % 28)).padStart(2, '0')}`,
          limit: i * 100,
        },
        company: i === 7 ? { name: 'ООО Ромашка', taxId: '7707083893' } : undefined,
      })),
    );
    await ingest(
      platform,
      channel,
      mine.flatMap(({ i, orders }) => Array.from({ length: orders }, (_, n) => order(i, n))),
    );
  }
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const order = (i: number, n: number): OrderRecord => ({
  kind: 'order',
  externalId: `o-${i}-${n}`,
  placedAt: `2026-0${1 + n}-${String(1 + (i % 28)).padStart(2, '0')}T21:30:00Z`,
  status: 'done',
  statusGroup: 'done',
  currency: 'RUB',
  buyer: { externalId: `acc-${i}` },
  lines: [{ name: 'Чай', quantity: 1, price: i * 100, total: i * 100 }],
});

interface Listed {
  rows: CustomerRow[];
  next: string | null;
  total: number | null;
}

async function list(query: string): Promise<Listed> {
  const answer = await owner.call<Listed>(`GET /customers?${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

const numberOf = (row: CustomerRow) => Number(row.account?.slice(4));
const found = async (query: string) => (await list(`${query}&limit=200&sort=id`)).rows.map(numberOf).toSorted((a, b) => a - b);
const expected = (condition: (one: (typeof people)[number]) => boolean) => people.filter(condition).map(({ i }) => i);

const filters: [string, string, (one: (typeof people)[number]) => boolean][] = [
  ['channel', 'channel=$ozon', ({ i }) => i % 2 === 0],
  ['several channels', 'channel=$ozon&channel=$shop', () => true],
  ['city', `city=${encodeURIComponent('Тула')}`, ({ city }) => city === 'Тула'],
  ['several cities', `city=${encodeURIComponent('Тула')}&city=${encodeURIComponent('Псков')}`, ({ city }) => city !== 'Орёл'],
  ['sex', 'sex=female', ({ sex }) => sex === 'female'],
  ['tag', 'tag=vip', ({ i }) => i % 6 === 0],
  ['company', 'hasCompany=true', ({ i }) => i === 7],
  ['no company', 'hasCompany=false', ({ i }) => i !== 7],
  ['problem', 'problem=bad_email', ({ i }) => i % 4 === 1],
  ['contactable', 'contactable=true', ({ i }) => i % 4 === 0],
  ['not contactable', 'contactable=false', ({ i }) => i % 4 !== 0],
  ['orders', 'ordersMin=2&ordersMax=3', ({ orders }) => orders === 2 || orders === 3],
  ['spent', 'spentMin=10000&spentMax=20000', ({ i, orders }) => i * orders * 100 >= 10_000 && i * orders * 100 <= 20_000],
  // Half past nine in the evening by Greenwich is the next day in Moscow.
  [
    'last order to, by the calendar of the company',
    'lastOrderTo=2026-02-28',
    ({ i, orders }) => orders === 1 || (orders === 2 && i % 28 !== 27),
  ],
  ['last order from', 'lastOrderFrom=2026-04-01', ({ orders }) => orders === 4],
  ['source', 'acquiredFrom=ads', ({ i }) => i < 30],
  ['custom field', 'field=level:gold', ({ i }) => i < 10],
  ['range of a custom field', 'field=visits:10..20', ({ i }) => i >= 10 && i <= 20],
  ['open range of a custom field', 'field=visits:55..', ({ i }) => i >= 55],
  ['amount', 'field=limit:..1000', ({ i }) => i <= 10],
  ['days', 'field=birthday:1990-01-27..1990-01-28', ({ i }) => i % 28 >= 26],
  [
    'many at once',
    'tag=vip&contactable=true&ordersMin=1&field=level:silver',
    ({ i, orders }) => i % 6 === 0 && i % 4 === 0 && orders > 0 && i >= 10,
  ],
  ['search', `q=${encodeURIComponent('покуп 07')}`, ({ i }) => i === 7],
  ['search by company', 'q=romashka', ({ i }) => i === 7],
  ['search by account', 'q=acc-33', ({ i }) => i === 33],
];

test.each(filters)('[CUS-7] the list filters by %s', async (_, query, condition) => {
  expect(await found(query.replaceAll('$ozon', String(ozon)).replaceAll('$shop', String(shop)))).toEqual(expected(condition));
});

const keys: Record<string, (row: CustomerRow) => string | number> = {
  id: (row) => row.id,
  name: (row) => row.name ?? '',
  spent: (row) => row.spentBase,
  orders: (row) => row.ordersCount,
  lastOrder: (row) => row.lastOrderAt ?? '',
};

test.each(Object.keys(keys).flatMap((key) => [key, `-${key}`]))(
  'pages of the list sorted by %s join into the whole list without gaps or repeats',
  async (sort) => {
    const rows: CustomerRow[] = [];
    let cursor = '';
    do {
      const page = await list(`sort=${sort}&limit=7&cursor=${cursor}`.replace('&cursor=&', '').replace(/&cursor=$/, ''));
      rows.push(...page.rows);
      cursor = page.next ?? '';
    } while (cursor);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(60);
    const key = keys[sort.replace('-', '')] as (row: CustomerRow) => string | number;
    const inOrder = rows.map(key).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(rows.map(key)).toEqual(sort.startsWith('-') ? inOrder.reverse() : inOrder);
  },
);

test('[CUS-4] a row tells what is known, and of a pseudonymous buyer the channel and the account', async () => {
  const [row] = (await list('q=acc-30')).rows;
  expect(row).toMatchObject({
    name: null,
    account: 'acc-30',
    channelId: ozon,
    channelIds: [ozon],
    email: null,
    contactable: false,
    ordersCount: 0,
    spentBase: 0,
    lastOrderAt: null,
    tags: ['vip'],
    fields: { level: 'silver', visits: 30, limit: 3000 },
    company: null,
  });
  const [seventh] = (await list('hasCompany=true')).rows;
  expect(seventh).toMatchObject({
    name: 'Покупатель 07',
    company: { name: 'ООО Ромашка' },
    ordersCount: 2,
    spentBase: 1400,
    lastOrderAt: '2026-02-08T21:30:00.000Z',
  });
});

test('the total is counted where it is asked for', async () => {
  expect((await list('tag=vip&limit=3&count=true')).total).toBe(10);
  expect((await list('ordersMin=4&limit=3&count=true')).total).toBe(12);
  expect((await list('tag=vip')).total).toBe(null);
});

test('[CUS-7] an unknown custom field and a value that is not of its type are refused in words', async () => {
  expect(await owner.call('GET /customers?field=colour:red')).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'fields:unknown-field' }] },
  });
  expect(await owner.call('GET /customers?field=visits:many')).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'fields:not-integer' }] },
  });
  await sql`update customers.customers set fields = '{"visits": "много"}' where first_account = 'acc-59'`.execute(platform.db.db);
  expect(await found('field=visits:58..')).toEqual([58]);
});

test('what there is to filter by is listed with counts', async () => {
  expect((await owner.call('GET /customers/tags')).body).toEqual([{ value: 'vip', count: 10 }]);
  expect((await owner.call(`GET /customers/values?of=city&q=${encodeURIComponent('тУл')}`)).body).toEqual([{ value: 'Тула', count: 20 }]);
  expect((await owner.call('GET /customers/values?of=acquiredFrom')).body).toEqual([
    { value: 'ads', count: 30 },
    { value: 'search', count: 30 },
  ]);
});

test('[CUS-7] the filtered list is exported with custom fields, safe for spreadsheets, and who took it is noted', async () => {
  await owner.call('PATCH /customers/1', { name: '=HYPERLINK("http://evil")' });
  const answer = await owner.call<string>('GET /customers/export?tag=vip&sort=id', undefined, { 'accept-language': 'en' });
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = answer.body.split('\r\n').slice(0, -1);
  expect(lines).toHaveLength(11);
  expect(lines[0]).toMatch(/^\ufeffNo\.;Name;.*;level;visits;birthday;limit$/);
  expect(lines[1]).toContain(`;"'=HYPERLINK(""http://evil"")";acc-0;Ozon;buyer0@example.com;`);
  expect(lines[1]).toMatch(/;gold;0;1990-01-01;0\.00$/);
  const { rows } = await sql`select after from audit.entries where action = 'customers.exported'`.execute(platform.db.db);
  expect(rows).toEqual([{ after: { filter: { tag: ['vip'] } } }]);
});

test('[CUS-7] tags, manager and company of chosen or found customers are changed at once, with one entry in the audit log', async () => {
  const ids = (await list(`channel=${shop}`)).rows.slice(0, 3).map(({ id }) => id);
  const change = { addTags: ['new', 'b'], removeTags: ['vip'], managerId: 5 };
  expect((await owner.call('POST /customers/bulk', { ids, change })).body).toEqual({ jobId: null, changed: 3 });
  expect((await owner.call('POST /customers/bulk', { ids, change })).body).toEqual({ jobId: null, changed: 0 });
  expect((await list('tag=new')).rows.map(({ tags, managerId }) => ({ tags, managerId }))).toEqual(
    Array(3).fill({ tags: ['b', 'new'], managerId: 5 }),
  );
  const [company] = (await owner.call<{ rows: { id: number }[] }>('GET /companies')).body.rows;
  expect((await owner.call('POST /customers/bulk', { filter: { tag: ['new'] }, change: { companyId: company?.id } })).body).toMatchObject({
    changed: 3,
  });
  expect((await list('q=ромашка&count=true')).total).toBe(4);
  const { rows } = await sql`select count(*)::int as entries from audit.entries where action = 'customers.changed-in-bulk'`.execute(
    platform.db.db,
  );
  expect(rows).toEqual([{ entries: 3 }]);
});

test('bulk work says what it needs', async () => {
  const refused = async (body: object) => (await owner.call<{ code: string }>('POST /customers/bulk', body)).body.code;
  expect(await refused({ change: { addTags: ['x'] } })).toBe('customers:choose-customers');
  expect(await refused({ ids: [1], filter: {}, change: { addTags: ['x'] } })).toBe('customers:choose-customers');
  expect(await refused({ ids: [1], change: {} })).toBe('customers:nothing-to-change');
  expect(await refused({ ids: [1], change: { companyId: 999 } })).toBe('invalid');
});

test('above 1000 the change is work for the background, which finds done what was done', async () => {
  await ingest(
    platform,
    shop,
    Array.from({ length: 1_001 }, (_, i) => ({ kind: 'customer', externalId: `many-${i}`, city: 'Омск' })),
  );
  const filter = { city: ['Омск'] };
  const job = { id: '', signal: new AbortController().signal, progress: async () => {} };
  const run = () => bulkJob.run(platform, { selection: { filter }, change: { addTags: ['omsk'] } } as never, job);
  expect(await run()).toEqual({ changed: 1_001 });
  expect(await run()).toEqual({ changed: 0 });
  await platform.jobs.open(onPlatform(platform, [bulkJob]), []);
  const answer = await owner.call<{ jobId: string | null; changed: number }>('POST /customers/bulk', {
    filter,
    change: { removeTags: ['omsk'] },
  });
  expect(answer.body).toEqual({ jobId: expect.any(String), changed: 0 });
});
