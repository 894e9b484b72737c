import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CanonicalRecord, OrderRecord } from '../../../contract/records.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { connectRooms, projections } from '../../house.ts';
import { project } from '../../platform/outbox.ts';
import { saveWorkspace } from '../../platform/workspace.ts';
import { ensureChannel } from '../../records/channels/index.ts';
import { ingest } from './ingest.ts';

const platform = await openTestPlatform();
const { db } = platform.db;
let channel = 0;
let channelNumber = 0;

beforeAll(async () => {
  connectRooms();
  await platform.db.transaction((tx) =>
    saveWorkspace(tx, {
      company: 'Test',
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
      country: 'RU',
      language: 'en',
      weekStart: 1,
      questionnaire: { channels: [], goals: [], risks: [] },
    }),
  );
});
beforeEach(async () => {
  channelNumber += 1;
  channel = await ensureChannel(db, { code: `shop-${channelNumber}`, kind: 'web', name: 'Shop' });
});
afterAll(() => platform.close());

const order = (externalId: string, more: Partial<OrderRecord> = {}): OrderRecord => ({
  kind: 'order',
  externalId,
  placedAt: '2026-03-01T10:00:00+03:00',
  status: 'delivered',
  statusGroup: 'done',
  currency: 'RUB',
  buyer: { externalId: `buyer-of-${externalId}-${channelNumber}`, name: 'Анна Ковалёва' },
  lines: [{ productExternalId: 'tea', name: 'Чай', quantity: 2, price: 50_000, discount: 10_000, total: 90_000 }],
  ...more,
});

const tea: CanonicalRecord = {
  kind: 'product',
  externalId: 'tea',
  name: 'Чай',
  currency: 'RUB',
  price: 50_000,
  category: ['Напитки', 'Чай'],
};

async function stored() {
  const { rows } = await sql<{
    externalId: string;
    total: number;
    flags: string[];
    returned: number;
    customerId: number | null;
    group: string;
  }>`
    select external_id as "externalId", total, flags, returned_total as returned, customer_id as "customerId", status_group as group
    from orders.orders where channel_id = ${channel} order by external_id`.execute(db);
  return rows;
}

test('[SYN-7] replaying a batch ten times changes nothing', async () => {
  const batch = [tea, order('1'), order('2')];
  expect((await ingest(platform, channel, batch)).order).toEqual({ created: 2, updated: 0, unchanged: 0, late: 0 });
  const before = await sql`select xmin, * from orders.orders where channel_id = ${channel}`.execute(db);
  for (let round = 0; round < 10; round += 1) {
    expect((await ingest(platform, channel, batch)).order).toEqual({ created: 0, updated: 0, unchanged: 2, late: 0 });
  }
  expect((await sql`select xmin, * from orders.orders where channel_id = ${channel}`.execute(db)).rows).toEqual(before.rows);
});

test('[SYN-7] the newest version wins in whatever order the versions arrive', async () => {
  await ingest(platform, channel, [order('1', { status: 'delivering', statusGroup: 'delivery', changedAt: '2026-03-02T00:00:00Z' })]);
  expect(
    (await ingest(platform, channel, [order('1', { status: 'new', statusGroup: 'new', changedAt: '2026-03-01T00:00:00Z' })])).order.late,
  ).toBe(1);
  expect((await stored())[0]?.group).toBe('delivery');
  await ingest(platform, channel, [order('1', { changedAt: '2026-03-03T00:00:00Z' })]);
  expect((await stored())[0]?.group).toBe('done');
});

test('[SYN-8] an order with an unknown product and no buyer is stored, flagged, and heals when the product arrives', async () => {
  await ingest(platform, channel, [order('1', { buyer: undefined })]);
  expect(await stored()).toMatchObject([{ total: 90_000, flags: ['unknown_product', 'no_buyer'], customerId: null }]);
  await ingest(platform, channel, [tea]);
  expect((await stored())[0]?.flags).toEqual(['no_buyer']);
  const { rows } = await sql<{ name: string }>`select p.name from orders.lines l join orders.orders o on o.id = l.order_id
    join catalog.products p on p.id = l.product_id where o.channel_id = ${channel}`.execute(db);
  expect(rows).toEqual([{ name: 'Чай' }]);
});

test('[SYN-8] an unknown status never drops an order', async () => {
  await ingest(platform, channel, [order('1', { status: 'teleported', statusGroup: undefined })]);
  expect(await stored()).toMatchObject([{ group: 'new', flags: ['unknown_product', 'unknown_status'] }]);
});

test('[COL-2] a return becomes negative lines linked to the sale, also when it arrives first', async () => {
  const back: CanonicalRecord = {
    kind: 'return',
    externalId: 'r1',
    orderExternalId: '1',
    returnedAt: '2026-03-05T10:00:00+03:00',
    currency: 'RUB',
    reason: 'size',
    lines: [{ productExternalId: 'tea', name: 'Чай', quantity: 1, price: 50_000, total: 45_000 }],
  };
  await ingest(platform, channel, [tea, back]);
  await ingest(platform, channel, [order('1')]);
  expect((await stored())[0]?.returned).toBe(45_000);
  const { rows } = await sql<{ quantity: string; total: number; reason: string; line: number }>`
    select l.quantity, l.total, l.link_reason as reason, l.order_line_no as line from orders.return_lines l join orders.returns r on r.id = l.return_id
    where r.channel_id = ${channel}`.execute(db);
  expect(rows).toEqual([{ quantity: '-1.000', total: -45_000, reason: 'order_number', line: 1 }]);
});

test('[CUS-3] two accounts of one channel with one mailbox stay two people and are shown as possible duplicates', async () => {
  const email = `anna${channelNumber}@example.com`;
  await ingest(platform, channel, [order('1', { buyer: { externalId: 'a', email } }), order('2', { buyer: { externalId: 'b', email } })]);
  const customers = (await stored()).map(({ customerId }) => customerId);
  expect(new Set(customers).size).toBe(2);
  const { rows } = await sql<{ reason: string }>`select reason from customers.suspects where first_id = ${customers[0]}`.execute(db);
  expect(rows).toEqual([{ reason: 'same_email' }]);
});

test('[CUS-2] one mailbox on two channels is one customer, whose totals are the sum', async () => {
  const buyer = { externalId: 'a', email: `one${channelNumber}@example.com` };
  await ingest(platform, channel, [order('1', { buyer })]);
  const first = (await stored())[0]?.customerId;
  channel = await ensureChannel(db, { code: `other-${channelNumber}`, kind: 'ozon', name: 'Ozon' });
  await ingest(platform, channel, [order('2', { buyer })]);
  expect((await stored())[0]?.customerId).toBe(first);
  const { rows } = await sql`select orders_count, spent_base from customers.totals where customer_id = ${first}`.execute(db);
  expect(rows).toEqual([{ orders_count: 2, spent_base: 180_000 }]);
});

test('[COL-2] the warehouse holds every line to the kopeck after an order lost a line', async () => {
  const line = { productExternalId: 'tea', name: 'Чай', quantity: 1, price: 100, total: 100 };
  await ingest(platform, channel, [tea, order('1', { lines: [line, { ...line, price: 33, total: 33 }] })]);
  await project(platform, projections);
  await ingest(platform, channel, [order('1', { lines: [line] })]);
  await project(platform, projections);
  const facts = await platform.warehouse.query<{ lines: number; total: number }>(
    'SELECT toUInt32(count()) AS lines, toInt32(sum(total)) AS total FROM order_lines FINAL WHERE channel_id = {channel:UInt32}',
    { channel },
  );
  expect(facts).toEqual([{ lines: 1, total: 100 }]);
});

test('[COL-2] what came back is counted at the rate that the order got later', async () => {
  const back: CanonicalRecord = {
    kind: 'return',
    externalId: 'r1',
    orderExternalId: '1',
    returnedAt: '2026-03-05T10:00:00+03:00',
    currency: 'USD',
    lines: [{ productExternalId: 'tea', name: 'Чай', quantity: 1, price: 50_000, total: 45_000 }],
  };
  await ingest(platform, channel, [tea, order('1', { currency: 'USD' }), back]);
  expect((await stored())[0]?.flags).toContain('no_rate');
  await ingest(platform, channel, [order('1', { currency: 'USD', rate: 90.5 })]);
  const { rows } = await sql`select total_base, returned_base from orders.orders where channel_id = ${channel}`.execute(db);
  expect(rows).toEqual([{ total_base: 8_145_000, returned_base: 4_072_500 }]);
});
