import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CanonicalRecord, OrderRecord } from '../../../../contract/records.ts';
import { openTestPlatform } from '../../../../tests/rig/platform.ts';
import { connectRooms } from '../../../house.ts';
import { ingest } from '../../../intake/ingest/index.ts';
import type { RecordEvents } from '../../../models/record-events.ts';
import { type Actor, system } from '../../../platform/audit.ts';
import { Problem } from '../../../platform/http/problem.ts';
import { saveWorkspace } from '../../../platform/workspace.ts';
import { ensureChannel } from '../../channels/index.ts';
import { findAccounts } from '../find.ts';
import { followEvents } from './follow-events.ts';
import { mergeCustomers } from './merge.ts';
import { unmergeCustomers } from './unmerge.ts';

const platform = await openTestPlatform();
const { db } = platform.db;
const person: Actor = { kind: 'person', id: '1', name: 'Anna' };
const moves: RecordEvents['customers.owner_changed'][] = [];
const jobs = { start: async (_job: string, move: object) => `${moves.push(move as never)}` };
let channels: number[] = [];

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
  channels = [
    await ensureChannel(db, { code: 'ozon', kind: 'ozon', name: 'Ozon' }),
    await ensureChannel(db, { code: 'shop', kind: 'web', name: 'Shop' }),
  ];
});
afterAll(() => platform.close());

let orderNumber = 0;
type Buyer = NonNullable<OrderRecord['buyer']>;

const order = (buyer: Buyer, total: number, more: Partial<OrderRecord> = {}): OrderRecord => ({
  kind: 'order',
  externalId: `o${++orderNumber}`,
  placedAt: `2026-0${1 + (orderNumber % 9)}-01T10:00:00Z`,
  status: 'done',
  statusGroup: 'done',
  currency: 'RUB',
  buyer,
  lines: [{ name: 'Чай', quantity: 1, price: total, total }],
  ...more,
});

const event = (externalId: string, customerExternalId: string, visitor = 'browser'): CanonicalRecord => ({
  kind: 'event',
  externalId,
  type: 'view',
  at: '2026-05-01T10:00:00Z',
  customerExternalId,
  visitor,
});

const give = (channel: 0 | 1, records: CanonicalRecord[]) => ingest(platform, channels[channel] as number, records);

async function idOf(channel: 0 | 1, account: string): Promise<number> {
  const found = await findAccounts(db, channels[channel] as number, [account]);
  return found.get(account)?.customerId as number;
}

const merge = (a: number, b: number, author = person) =>
  platform.db.transaction((tx) => mergeCustomers(tx, jobs, author, [a, b], 'same person'));
const unmerge = (customer: number, id: number) => platform.db.transaction((tx) => unmergeCustomers(tx, jobs, person, customer, id));

async function rowsOf(query: ReturnType<typeof sql>): Promise<unknown[]> {
  return (await query.execute(db)).rows;
}

/** Everything that may move, as it is stored. */
async function dump(): Promise<unknown> {
  return {
    customers: await rowsOf(sql`select to_jsonb(c) - 'updated_at' as row from customers.customers c order by id`),
    totals: await rowsOf(sql`select * from customers.totals order by customer_id`),
    identities: await rowsOf(sql`select to_jsonb(i) as row from customers.identities i order by id`),
    orders: await rowsOf(sql`select id, buyer_id, customer_id from orders.orders order by id`),
    returns: await rowsOf(sql`select id, buyer_id, customer_id from orders.returns order by id`),
    reviews: await rowsOf(sql`select id, customer_id from feedback.reviews order by id`),
    events: await platform.warehouse.query('SELECT event_id, customer_id, buyer_id FROM events FINAL ORDER BY event_id'),
  };
}

async function settleEvents(): Promise<void> {
  for (const move of moves.splice(0)) await followEvents(platform, move);
}

async function ownersOfEvents(): Promise<Record<string, number>> {
  const rows = await platform.warehouse.query<{ event_id: string; customer_id: number }>(
    'SELECT event_id, customer_id FROM events FINAL ORDER BY event_id',
  );
  return Object.fromEntries(rows.map((row) => [row.event_id, row.customer_id]));
}

async function spentOfLive(): Promise<number> {
  const { rows } = await sql<{ spent: number }>`
    select sum(t.spent_base)::bigint as spent from customers.totals t join customers.customers c on c.id = t.customer_id where c.merged_into is null`.execute(
    db,
  );
  return rows[0]?.spent ?? 0;
}

const customer = async (id: number) =>
  (await rowsOf(sql`select * from customers.customers where id = ${id}`))[0] as Record<string, unknown>;

test('[CUS-3] [T6] a known person keeps id, contacts and history when an older anonymous record is joined, and unmerge restores both', async () => {
  await give(0, [order({ externalId: 'anon', city: 'Тула' }, 100_00), order({ externalId: 'anon' }, 50_00)]);
  await give(1, [order({ externalId: 'known', name: 'Анна Ильина', email: 'anna@example.com' }, 70_00)]);
  await give(0, [event('anon-view', 'anon')]);
  const [anonymous, known] = [await idOf(0, 'anon'), await idOf(1, 'known')];
  const before = await dump();

  const merged = await merge(anonymous, known);
  await settleEvents();
  expect(merged).toMatchObject({ keptId: known, goneId: anonymous });
  expect(await customer(known)).toMatchObject({ name: 'Анна Ильина', email: 'anna@example.com', city: 'Тула', channel_ids: channels });
  expect(await rowsOf(sql`select orders_count, spent_base from customers.totals where customer_id = ${known}`)).toEqual([
    { orders_count: 3, spent_base: 220_00 },
  ]);
  expect(await idOf(0, 'anon')).toBe(known);
  expect(await ownersOfEvents()).toEqual({ 'anon-view': known });

  expect(await unmerge(known, merged.id)).toEqual({ keptId: known, restoredId: anonymous });
  await settleEvents();
  expect(await dump()).toEqual(before);
});

test('[CUS-3] [T7] two known people on one browser are not merged, and no program may say that they are one', async () => {
  await give(1, [
    order({ externalId: 'wife', name: 'Ольга', email: 'olga@example.com' }, 10_00),
    order({ externalId: 'husband', name: 'Иван', email: 'ivan@example.com' }, 20_00),
    event('view-1', 'wife', 'tablet'),
    event('view-2', 'husband', 'tablet'),
  ]);
  const [wife, husband] = [await idOf(1, 'wife'), await idOf(1, 'husband')];
  expect(wife).not.toBe(husband);
  expect(await ownersOfEvents()).toMatchObject({ 'view-1': wife, 'view-2': husband });
  for (const author of [system, { kind: 'key', id: '7', name: 'integration' } as const]) {
    await expect(merge(wife, husband, author)).rejects.toMatchObject(new Problem('customers:person-decides', { status: 403 }));
  }
  expect(await customer(wife)).toMatchObject({ merged_into: null });
  expect(await customer(husband)).toMatchObject({ merged_into: null });
});

test('[CUS-3] a program may join an anonymous record to a known one', async () => {
  await give(0, [order({ externalId: 'shadow' }, 5_00)]);
  const { id, keptId } = await merge(await idOf(0, 'shadow'), await idOf(1, 'wife'), { kind: 'key', id: '7', name: 'integration' });
  expect(keptId).toBe(await idOf(1, 'wife'));
  await unmerge(keptId, id);
  await settleEvents();
});

test('[CUS-3] orders and events that arrive after a merge are the kept customer’s, and return with the record that brought them', async () => {
  await give(0, [order({ externalId: 'late' }, 10_00)]);
  await give(1, [order({ externalId: 'late-known', email: 'late@example.com' }, 20_00)]);
  const [late, known] = [await idOf(0, 'late'), await idOf(1, 'late-known')];
  const { id } = await merge(late, known);
  await give(0, [order({ externalId: 'late' }, 40_00), event('late-view', 'late')]);
  await settleEvents();
  expect((await ownersOfEvents())['late-view']).toBe(known);
  expect(await rowsOf(sql`select orders_count, spent_base from customers.totals where customer_id = ${known}`)).toEqual([
    { orders_count: 3, spent_base: 70_00 },
  ]);
  await unmerge(known, id);
  await settleEvents();
  expect((await ownersOfEvents())['late-view']).toBe(late);
  expect(
    await rowsOf(sql`select orders_count, spent_base from customers.totals where customer_id in (${known}, ${late}) order by customer_id`),
  ).toEqual([
    { orders_count: 2, spent_base: 50_00 },
    { orders_count: 1, spent_base: 20_00 },
  ]);
});

test('[CUS-3] after two merges in a chain either can be taken back first', async () => {
  await give(0, [order({ externalId: 'b', city: 'Орёл' }, 1_00), order({ externalId: 'a', name: 'Яна' }, 2_00)]);
  await give(1, [order({ externalId: 'c', email: 'yana@example.com' }, 4_00)]);
  const [a, b, c] = [await idOf(0, 'a'), await idOf(0, 'b'), await idOf(1, 'c')] as const;
  const before = await dump();
  const lower = await merge(a, b);
  const upper = await merge(lower.keptId, c);
  expect(upper.keptId).toBe(c);
  expect(await customer(c)).toMatchObject({ name: 'Яна', city: 'Орёл' });

  await unmerge(c, lower.id);
  expect(await customer(c)).toMatchObject({ name: lower.keptId === a ? 'Яна' : null, city: lower.keptId === a ? null : 'Орёл' });
  await unmerge(c, upper.id);
  await settleEvents();
  expect(await dump()).toEqual(before);
});

test('[CUS-3] what people changed on the kept record since a merge stays when it is taken back', async () => {
  await give(0, [order({ externalId: 'e1', city: 'Тверь' }, 1_00)]);
  await give(1, [order({ externalId: 'e2', email: 'e2@example.com' }, 1_00)]);
  const [gone, kept] = [await idOf(0, 'e1'), await idOf(1, 'e2')];
  const { id } = await merge(gone, kept);
  await sql`update customers.customers set city = 'Псков' where id = ${kept}`.execute(db);
  await unmerge(kept, id);
  await settleEvents();
  expect(await customer(kept)).toMatchObject({ city: 'Псков', email: 'e2@example.com' });
  expect(await customer(gone)).toMatchObject({ city: 'Тверь', email: null });
});

test('[CUS-3] merges are refused in words where they mean nothing', async () => {
  const [a, b, c] = [await idOf(0, 'a'), await idOf(0, 'b'), await idOf(1, 'c')] as const;
  await expect(merge(a, a)).rejects.toMatchObject({ code: 'customers:same-record' });
  await expect(merge(a, 999_999)).rejects.toMatchObject({ code: 'not-found', status: 404 });
  const { id, keptId, goneId } = await merge(a, b);
  await expect(merge(goneId, c)).rejects.toMatchObject({ code: 'customers:merged', values: { id: goneId, into: keptId } });
  await expect(unmerge(c, id)).rejects.toMatchObject({ code: 'customers:other-merge' });
  await unmerge(keptId, id);
  await expect(unmerge(keptId, id)).rejects.toMatchObject({ code: 'not-found' });
  await settleEvents();
});

test('[CUS-3] whatever is merged and taken back in whatever order, what is spent stays, and in the end everybody is as before', {
  timeout: 240_000,
}, async () => {
  const people: [0 | 1, Buyer][] = [
    [0, { externalId: 'p0' }],
    [0, { externalId: 'p1', city: 'Тула', region: 'Тульская' }],
    [0, { externalId: 'p2', phone: '+79160000001', phoneIsTemporary: true }],
    [0, { externalId: 'p3', name: 'Зоя', phone: '12' }],
    [1, { externalId: 'p4', email: 'p4@example.com', city: 'Орёл' }],
    [1, { externalId: 'p5', phone: '+79160000005', name: 'Зоя Ким' }],
    [1, { externalId: 'p6', name: 'Пётр' }],
    [1, { externalId: 'p7', email: 'нет', sex: 'male' }],
  ];
  for (const [channel, buyer] of people) {
    const bought = order(buyer, 100 * (orderNumber + 1));
    const back: CanonicalRecord = {
      kind: 'return',
      externalId: `r${orderNumber}`,
      orderExternalId: bought.externalId,
      returnedAt: '2026-10-01T10:00:00Z',
      currency: 'RUB',
      lines: [{ name: 'Чай', quantity: 1, price: 33, total: 33 }],
    };
    const review: CanonicalRecord = {
      kind: 'review',
      externalId: `v${orderNumber}`,
      orderExternalId: bought.externalId,
      rating: 5,
      createdAt: '2026-10-02T10:00:00Z',
    };
    await give(channel, [{ kind: 'customer', tags: [`t${orderNumber % 3}`], ...buyer, externalId: buyer.externalId as string }]);
    await give(channel, [bought, back, review, event(`view-${buyer.externalId}`, buyer.externalId as string)]);
  }
  const before = await dump();
  const spent = await spentOfLive();
  const step = fc.record({ a: fc.nat(), b: fc.nat(), undo: fc.boolean() });
  const followLater = fc.boolean();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.nat(), followLater, async (steps, seed, isLate) => {
      for (const { a, b, undo } of steps) {
        if (undo) await undoOne(a);
        else await mergeTwo(a, b);
        expect(await spentOfLive()).toBe(spent);
        if (!isLate) await settleEvents();
      }
      for (let index = seed; await undoOne(index); index += 7) expect(await spentOfLive()).toBe(spent);
      moves.reverse();
      await settleEvents();
      expect(await dump()).toEqual(before);
    }),
    { numRuns: 15 },
  );
});

async function mergeTwo(a: number, b: number): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select c.id from customers.customers c join customers.identities i on i.original_customer_id = c.id and i.value ~ '^p[0-7]$' where c.merged_into is null order by c.id`.execute(
    db,
  );
  const [first, second] = [rows[a % rows.length], rows[b % rows.length]];
  if (first && second && first.id !== second.id) await merge(first.id, second.id);
}

/** False where no merge is left. */
async function undoOne(index: number): Promise<boolean> {
  const { rows } = await sql<{
    id: number;
    kept: number;
  }>`select id, kept_id as kept from customers.merges where undone_at is null order by id`.execute(db);
  const chosen = rows[index % rows.length];
  if (chosen) await unmerge(chosen.kept, chosen.id);
  return chosen !== undefined;
}
