import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BulkResult, OrderCard, OrderStatus } from '../../../contract/orders.ts';
import { type OrderRecord, type StatusGroup, statusGroups } from '../../../contract/records.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { connectRooms, projections } from '../../house.ts';
import { ingest } from '../../intake/ingest/index.ts';
import type { JobHandle } from '../../platform/jobs.ts';
import { project } from '../../platform/outbox.ts';
import { ensureChannel } from '../channels/index.ts';
import { bulkJob } from './bulk.ts';
import { isLegalMove } from './moves.ts';
import { remapJob, remapOrders } from './status-map.ts';

const platform = await openTestPlatform();
const { db } = platform.db;
let door: Door;
let owner: Visitor;
let channel = 0;
let shops = 0;

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  // The queue takes the work and leaves it to the tests, which run it themselves.
  await platform.jobs.open(
    [bulkJob, remapJob].map(({ name }) => ({ name, run: async () => null })),
    [],
  );
  await owner.call('POST /fields', { object: 'orders', key: 'gift_for', type: 'text', labels: { en: 'Gift for' } });
});
beforeEach(async () => {
  shops += 1;
  channel = await ensureChannel(db, { code: `shop-${shops}`, kind: 'web', name: 'Shop' });
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const order = (externalId: string, more: Partial<OrderRecord> = {}): OrderRecord => ({
  kind: 'order',
  externalId,
  placedAt: '2026-03-01T10:00:00+03:00',
  status: 'created',
  statusGroup: 'new',
  currency: 'RUB',
  buyer: { externalId: `anna-${shops}`, name: 'Анна' },
  lines: [
    {
      productExternalId: 'tea',
      name: 'Чай',
      quantity: 2,
      price: 50_000,
      discount: 10_000,
      total: 90_000,
      commission: 9_000,
      logistics: 5_000,
    },
  ],
  ...more,
});

const idOf = async (externalId: string) =>
  (await sql<{ id: number }>`select id from orders.orders where channel_id = ${channel} and external_id = ${externalId}`.execute(db))
    .rows[0]?.id as number;

async function store(...records: Parameters<typeof ingest>[2][number][]): Promise<number[]> {
  await ingest(platform, channel, records);
  return Promise.all(records.filter(({ kind }) => kind === 'order').map((record) => idOf((record as OrderRecord).externalId)));
}

const card = async (id: number) => (await owner.call<OrderCard>(`GET /orders/${id}`)).body;
const move = (id: number, target: object) => owner.call<OrderCard & { code: string; title: string }>(`POST /orders/${id}/status`, target);

async function spent(id: number): Promise<{ count: number; spent: number }> {
  const { rows } = await sql<{ count: number; spent: number }>`select t.orders_count as count, t.spent_base as spent
    from customers.totals t join orders.orders o on o.customer_id = t.customer_id where o.id = ${id}`.execute(db);
  return rows[0] as { count: number; spent: number };
}

test('[ORD-4] the card has lines, margin, payments, returns linked to their lines, and history', async () => {
  const [id = 0] = await store(
    { kind: 'product', externalId: 'tea', name: 'Чай зелёный', sku: `tea-${shops}`, currency: 'RUB', cost: 20_000 },
    order('1', {
      lines: [...order('1').lines, { kind: 'delivery', name: 'Доставка', quantity: 1, price: 30_000, total: 30_000 }],
      payments: [{ method: 'card', amount: 120_000, paidAt: '2026-03-01T10:05:00+03:00' }],
      delivery: { method: 'courier', city: 'Тула', trackNumber: 'T1' },
      total: 120_001,
    }),
    {
      kind: 'return',
      externalId: 'r1',
      orderExternalId: '1',
      returnedAt: '2026-03-09T10:00:00+03:00',
      currency: 'RUB',
      reason: 'брак',
      lines: [{ productExternalId: 'tea', name: 'Чай', quantity: 1, price: 50_000, total: 45_000 }],
    },
  );
  const shown = await card(id);
  expect(shown).toMatchObject({
    number: '1',
    total: 120_000,
    goodsTotal: 90_000,
    deliveryTotal: 30_000,
    discountTotal: 10_000,
    paidTotal: 120_000,
    returnedTotal: 45_000,
    rate: 1,
    margin: { amount: 66_000, unknown: [] },
    payments: [{ method: 'card', amount: 120_000, paidAt: '2026-03-01T07:05:00.000Z', externalId: null }],
    delivery: { method: 'courier', city: 'Тула', trackNumber: 'T1', address: null, deliveredAt: null },
    returns: [
      {
        externalId: 'r1',
        total: -45_000,
        reason: 'брак',
        lines: [{ name: 'Чай', quantity: -1, total: -45_000, orderLineNo: 1, linkReason: 'order_number' }],
      },
    ],
    history: [{ kind: 'status', status: 'created', statusGroup: 'new', author: { kind: 'channel', name: null } }],
    flagged: [{ flag: 'total_mismatch', says: 'The total that the channel told differs from the sum of the lines. The lines count.' }],
    moves: ['approval', 'assembly', 'cancelled'],
    source: { externalId: '1', status: 'created', version: 1 },
  });
  expect(shown.lines).toMatchObject([
    {
      no: 1,
      kind: 'goods',
      productName: 'Чай зелёный',
      sku: `tea-${shops}`,
      quantity: 2,
      returnedQuantity: 1,
      total: 90_000,
      cost: 40_000,
      costFrom: 'catalogue',
      commission: 9_000,
      logistics: 5_000,
      margin: { amount: 36_000, unknown: [] },
    },
    { no: 2, kind: 'delivery', productId: null, cost: null, costFrom: null, margin: { amount: 30_000, unknown: [] } },
  ]);
  expect(await owner.call('GET /orders/999999')).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

test('[CLV-5] a margin is not told while a cost is unknown, and says which', async () => {
  const [line] = order('1').lines;
  const [id = 0] = await store(
    order('1', {
      lines: [
        { ...line, cost: 30_000 },
        { ...line, commission: undefined, cost: 0 },
      ] as OrderRecord['lines'],
    }),
  );
  const shown = await card(id);
  expect(shown.margin).toEqual({ amount: null, unknown: ['commission'] });
  expect(shown.lines.map(({ margin, costFrom }) => [margin, costFrom])).toEqual([
    [{ amount: 46_000, unknown: [] }, 'order'],
    [{ amount: null, unknown: ['commission'] }, 'order'],
  ]);
});

const pairs = statusGroups.flatMap((from) => statusGroups.map((to): [StatusGroup, StatusGroup] => [from, to]));

test.each(pairs)('[ORD-3] from %s to %s: made where it is a step, refused with the reason where it is a jump', async (from, to) => {
  const [id = 0] = await store(order('1', { status: `${from}-code`, statusGroup: from }));
  const { status, body } = await move(id, { statusGroup: to });
  const legal = isLegalMove(from, to);
  expect(status).toBe(legal ? 200 : 409);
  expect((await card(id)).statusGroup).toBe(legal ? to : from);
  if (!legal) expect(body.code).toBe('orders:illegal-status');
});

test('[ORD-3] a jump is refused in words, and the words name what is possible', async () => {
  const [id = 0] = await store(order('1'));
  const { body } = await owner.call<{ title: string }>(`POST /orders/${id}/status`, { statusGroup: 'done' }, { 'accept-language': 'ru' });
  expect(body.title).toBe(
    'Заказ в группе «Новый» нельзя сразу перевести в «Выполнен». Сейчас можно: Согласование, Комплектация или Отменён.',
  );
  expect(await move(id, { status: 'nonsense' })).toMatchObject({ status: 422, body: { code: 'orders:no-such-status' } });
  expect(await move(id, {})).toMatchObject({ status: 422, body: { code: 'orders:choose-status' } });
  expect(await move(999_999, { statusGroup: 'done' })).toMatchObject({ status: 404 });
});

test('[ORD-4] a move is in the history with its author, in the audit log, in the buyer’s totals and in the facts', async () => {
  const [id = 0] = await store(order('1'), order('2'));
  expect(await spent(id)).toEqual({ count: 2, spent: 180_000 });
  await move(id, { statusGroup: 'cancelled' });
  expect(await spent(id)).toEqual({ count: 1, spent: 90_000 });
  expect((await card(id)).history[0]).toMatchObject({
    kind: 'status',
    status: 'cancelled',
    statusGroup: 'cancelled',
    author: { kind: 'person', name: 'Анна Петрова' },
  });
  const { body } = await owner.call<{ rows: object[] }>(`GET /audit?objectKind=order&objectId=${id}`);
  expect(body.rows).toMatchObject([{ action: 'orders.moved', actor: { name: 'Анна Петрова' }, after: { statusGroup: 'cancelled' } }]);
  await project(platform, projections);
  const facts = await platform.warehouse.query('SELECT status_group AS group FROM orders FINAL WHERE order_id = {id:UInt64}', { id });
  expect(facts).toEqual([{ group: 'cancelled' }]);
});

test('[ORD-2] a person’s move stands until the channel tells another status', async () => {
  const [id = 0] = await store(order('1'));
  await move(id, { statusGroup: 'assembly' });
  await store(order('1', { comment: 'позвонить' }));
  expect(await card(id)).toMatchObject({ statusGroup: 'assembly', comment: 'позвонить', source: { status: 'created', version: 3 } });
  await store(order('1', { comment: 'позвонить', status: 'sent', statusGroup: 'delivery' }));
  expect(await card(id)).toMatchObject({ statusGroup: 'delivery', status: 'sent' });
});

test('[ORD-4] a history that the channel tells again is not doubled, and what people wrote in it stays', async () => {
  const history = [
    { at: '2026-03-01T10:00:00+03:00', status: 'created' },
    { at: '2026-03-02T10:00:00+03:00', status: 'paid' },
  ];
  const [id = 0] = await store(order('1', { history }));
  await owner.call(`POST /orders/${id}/notes`, { text: 'Просил не звонить' });
  await store(order('1', { history: [...history, { at: '2026-03-03T10:00:00+03:00', status: 'created' }] }));
  const entries = (await card(id)).history.map(({ kind, status, details }) => status ?? (details as { text: string }).text ?? kind);
  expect(entries).toEqual(['Просил не звонить', 'created', 'paid', 'created']);
});

test('[CUS-7] what people write stays when the channel tells the order again', async () => {
  const [id = 0] = await store(order('1'));
  const changed = await owner.call<OrderCard>(`PATCH /orders/${id}`, {
    comment: 'Срочно',
    managerId: 1,
    tags: ['vip', 'опт', 'vip'],
    fields: { gift_for: 'мама' },
  });
  expect(changed).toMatchObject({
    status: 200,
    body: { comment: 'Срочно', managerId: 1, tags: ['vip', 'опт'], fields: { gift_for: 'мама' } },
  });
  await store(order('1', { comment: 'из канала', acquiredFrom: 'ads', fields: { gift_for: 'папа' } }));
  expect(await card(id)).toMatchObject({
    comment: 'Срочно',
    managerId: 1,
    tags: ['vip', 'опт'],
    fields: { gift_for: 'мама' },
    acquiredFrom: 'ads',
  });
  expect((await card(id)).history[0]).toMatchObject({
    kind: 'change',
    details: { before: { comment: null, tags: [] }, after: { comment: 'Срочно', fields: { gift_for: 'мама' } } },
  });
  expect(await owner.call(`PATCH /orders/${id}`, { fields: { nothing: 1 } })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'fields.nothing' }] },
  });
  expect((await owner.call<OrderCard>(`PATCH /orders/${id}`, { fields: { gift_for: null } })).body.fields).toEqual({});
});

test('[CUS-7] what nobody here has written follows the channel, fields in the form of their type', async () => {
  await owner.call('POST /fields', { object: 'orders', key: 'urgent', type: 'yes_no', labels: { en: 'Urgent' } });
  const [id = 0] = await store(order('1', { comment: 'раз', fields: { urgent: 'да' } }));
  expect(await card(id)).toMatchObject({ comment: 'раз', fields: { urgent: true } });
  await store(order('1', { comment: 'два', fields: { urgent: 'нет' } }));
  expect(await card(id)).toMatchObject({ comment: 'два', fields: { urgent: false } });
});

test('[INT-1] a note sent twice with one key is written once', async () => {
  const [id = 0] = await store(order('1'));
  const once = await owner.call(`POST /orders/${id}/notes`, { text: 'раз' }, { 'idempotency-key': `note-${shops}` });
  const twice = await owner.call(`POST /orders/${id}/notes`, { text: 'раз' }, { 'idempotency-key': `note-${shops}` });
  expect(twice.body).toEqual(once.body);
  expect((await card(id)).history.filter(({ kind }) => kind === 'note')).toHaveLength(1);
});

test('[ORD-9] many orders: the good ones are changed, each bad one is named with its reason', async () => {
  const ids = await store(
    order('1'),
    order('2', { status: 'done', statusGroup: 'done' }),
    order('3', { status: 'check', statusGroup: 'approval' }),
  );
  const { body } = await owner.call<BulkResult>('POST /orders/bulk', {
    ids: [...ids, 999_999],
    change: { addTags: ['март'], statusGroup: 'approval' },
  });
  expect(body).toMatchObject({
    jobId: null,
    changed: 2,
    unchanged: 0,
    failed: [
      { id: 999_999, number: null, code: 'not-found' },
      { id: ids[1], number: '2', code: 'orders:illegal-status', says: expect.stringContaining('cannot go straight to “Approval”') },
    ],
  });
  expect(await Promise.all(ids.map(async (id) => (await card(id)).statusGroup))).toEqual(['approval', 'done', 'approval']);
  const again = await owner.call<BulkResult>('POST /orders/bulk', {
    ids: [ids[0]],
    change: { addTags: ['март'], statusGroup: 'approval' },
  });
  expect(again.body).toMatchObject({ changed: 0, unchanged: 1, failed: [] });
  expect(await owner.call('POST /orders/bulk', { change: { addTags: ['x'] } })).toMatchObject({
    status: 422,
    body: { code: 'orders:choose-orders' },
  });
  expect(await owner.call('POST /orders/bulk', { ids, change: {} })).toMatchObject({
    status: 422,
    body: { code: 'orders:nothing-to-change' },
  });
});

const watch = (): Pick<JobHandle, 'id' | 'signal' | 'progress'> & { told: number[] } => {
  const told: number[] = [];
  return { id: 'test', told, signal: new AbortController().signal, progress: async (done) => void told.push(done) };
};

test('[ORD-9] a thousand orders by filter change in the background, also when the change takes them out of the filter', async () => {
  await store(...Array.from({ length: 1_000 }, (_, n) => order(`n${n}`, n % 100 === 0 ? { status: 'finished', statusGroup: 'done' } : {})));
  const request = { filter: { channel: [channel], statusGroup: ['new', 'done'] }, change: { statusGroup: 'approval', managerId: 1 } };
  const { body } = await owner.call<BulkResult>('POST /orders/bulk', request);
  expect(body).toEqual({ jobId: expect.any(String), changed: 0, unchanged: 0, failed: [] });
  const { input } = (await sql<{ input: never }>`select input from platform.job_runs where id = ${body.jobId}`.execute(db)).rows[0] as {
    input: never;
  };
  const job = watch();
  const result = (await bulkJob.run(platform, input, job)) as BulkResult;
  expect(result).toMatchObject({ changed: 990, unchanged: 0 });
  expect(result.failed).toHaveLength(10);
  expect(job.told).toEqual([500, 1_000]);
  const { rows } =
    await sql`select status_group as group, count(*) as count, count(manager_id) as managed from orders.orders where channel_id = ${channel} group by 1 order by 1`.execute(
      db,
    );
  expect(rows).toEqual([
    { group: 'approval', count: 990, managed: 990 },
    { group: 'done', count: 10, managed: 10 },
  ]);
});

test('[ORD-2] a status moved to another group takes its orders along: group, flag, totals and facts', async () => {
  const [id = 0] = await store(order('1', { status: 'teleported', statusGroup: undefined }), order('2', { status: 'other' }));
  expect(await card(id)).toMatchObject({ statusGroup: 'new', flags: ['unknown_product', 'unknown_status'] });
  const statuses = (await owner.call<OrderStatus[]>(`GET /statuses?channel=${channel}`)).body;
  expect(statuses.map(({ code, known, orders }) => [code, known, orders])).toEqual([
    ['other', true, 1],
    ['teleported', false, 1],
  ]);
  const status = statuses.find(({ code }) => code === 'teleported');
  const changed = await owner.call<OrderStatus & { jobId: string }>(`PATCH /statuses/${status?.id}`, {
    statusGroup: 'cancelled',
    name: 'Потерян',
  });
  expect(changed).toMatchObject({
    status: 200,
    body: { statusGroup: 'cancelled', known: true, name: 'Потерян', jobId: expect.any(String) },
  });
  expect(await remapOrders(platform, status?.id as number, watch())).toEqual({ orders: 1 });
  expect(await card(id)).toMatchObject({ statusGroup: 'cancelled', statusName: 'Потерян', flags: ['unknown_product'] });
  expect(await spent(id)).toEqual({ count: 1, spent: 90_000 });
  expect(await remapOrders(platform, status?.id as number, watch())).toEqual({ orders: 0 });
  await store(order('3', { status: 'teleported', statusGroup: 'done' }));
  expect((await card(await idOf('3'))).statusGroup).toBe('cancelled');
  expect((await owner.call<{ jobId: null }>(`PATCH /statuses/${status?.id}`, { name: null })).body.jobId).toBeNull();
});
