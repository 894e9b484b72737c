import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CanonicalRecord } from '../../../contract/records.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { connectRooms, projections } from '../../house.ts';
import { project } from '../../platform/outbox.ts';
import { saveWorkspace } from '../../platform/workspace.ts';
import { ensureChannel } from '../../records/channels/index.ts';
import { ingest, takeBack } from './index.ts';

const platform = await openTestPlatform();
const { db } = platform.db;

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
afterAll(() => platform.close());

const bookkeeping = `array['version', 'updated_at', 'lines_made', 'search']`;

const dumped: Record<string, string> = {
  'orders.orders': 'id',
  'orders.lines': 'order_id, line_no',
  'orders.payments': 'order_id, payment_no',
  'orders.history': 'order_id, id',
  'orders.returns': 'id',
  'orders.return_lines': 'return_id, line_no',
  'catalog.products': 'id',
  'catalog.offers': 'id',
  'catalog.prices': 'offer_id, at',
  'catalog.categories': 'id',
  'stock.levels': 'channel_id, product_external_id, warehouse_id',
  'stock.warehouses': 'id',
  'feedback.reviews': 'id',
  'customers.customers': 'id',
  'customers.identities': 'id',
  'customers.totals': 'customer_id',
};

/** Everything that is stored of records, row by row, but for what counts writings. */
async function dump(): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    Object.entries(dumped).map(async ([table, order]) => {
      const { rows } = await sql<{ row: unknown }>`
        select to_jsonb(t) - ${sql.raw(bookkeeping)} as row from ${sql.table(table)} t order by ${sql.raw(order)}`.execute(db);
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(tables);
}

const factTables = ['orders', 'order_lines', 'return_lines', 'products'];

async function facts(): Promise<unknown[][]> {
  await project(platform, projections);
  return Promise.all(
    factTables.map((table) => platform.warehouse.query(`SELECT * EXCEPT (version) FROM {table:Identifier} FINAL ORDER BY ALL`, { table })),
  );
}

const among = <T>(...values: T[]) => fc.constantFrom(...values);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const changedAt = perhaps(among('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z', '2026-05-03T00:00:00Z'));
const money = fc.integer({ min: 0, max: 9 }).map((amount) => amount * 100);
const productName = { productExternalId: perhaps(among('p1', 'p2', 'p3')), sku: perhaps(among('s1', 's2')) };

const lines = fc.array(
  fc.record({ ...productName, name: among('tea', 'cup'), quantity: fc.integer({ min: 1, max: 3 }), price: money, total: money }),
  { minLength: 1, maxLength: 3 },
);
const buyer = perhaps(
  fc.record({ externalId: perhaps(among('a', 'b')), name: perhaps(among('Анна', 'Борис')), email: perhaps(among('a@x.io', 'b@x.io')) }),
);

const record: fc.Arbitrary<CanonicalRecord> = fc.oneof(
  fc.record({
    kind: fc.constant('product' as const),
    externalId: among('p1', 'p2', 'p3'),
    sku: perhaps(among('s1', 's2')),
    name: among('Чай', 'Кружка'),
    currency: fc.constant('RUB' as const),
    price: perhaps(money),
    category: perhaps(among(['Еда'], ['Еда', 'Чай'], ['Дом'])),
    stock: perhaps(fc.dictionary(among('north', 'south'), fc.integer({ min: 0, max: 5 }), { minKeys: 1 })),
    active: perhaps(fc.boolean()),
    changedAt,
  }),
  fc.record({
    kind: fc.constant('stock' as const),
    productExternalId: among('p1', 'p2'),
    warehouse: among('north', 'south'),
    quantity: fc.integer({ min: 0, max: 9 }),
    changedAt,
  }),
  fc.record({
    kind: fc.constant('order' as const),
    externalId: among('1', '2', '3', '4'),
    placedAt: among('2026-04-01T00:00:00Z', '2026-04-02T00:00:00Z'),
    status: among('new', 'done', 'gone'),
    statusGroup: perhaps(among('new' as const, 'done' as const, 'cancelled' as const)),
    currency: among('RUB' as const, 'USD' as const),
    buyer,
    lines,
    payments: perhaps(fc.array(fc.record({ method: among('card', 'cash'), amount: money }), { maxLength: 2 })),
    history: perhaps(
      fc.array(fc.record({ at: among('2026-04-01T00:00:00Z', '2026-04-03T00:00:00Z'), status: among('new', 'done') }), { maxLength: 2 }),
    ),
    changedAt,
  }),
  fc.record({
    kind: fc.constant('return' as const),
    externalId: among('r1', 'r2', 'r3'),
    orderExternalId: perhaps(among('1', '2', '3', '4')),
    returnedAt: fc.constant('2026-04-09T00:00:00Z'),
    currency: fc.constant('RUB' as const),
    buyer,
    lines,
    changedAt,
  }),
  fc.record({
    kind: fc.constant('review' as const),
    externalId: among('v1', 'v2', 'v3'),
    orderExternalId: perhaps(among('1', '2', '3')),
    productExternalId: perhaps(among('p1', 'p2')),
    customerExternalId: perhaps(among('a', 'b')),
    rating: fc.integer({ min: 1, max: 5 }),
    createdAt: fc.constant('2026-04-08T00:00:00Z'),
    changedAt,
  }),
);
const batches = (maxLength: number) => fc.array(fc.array(record, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength });

let runs = 0;

async function empty(): Promise<void> {
  await sql`truncate ${sql.raw(Object.keys(dumped).join(', '))}, customers.suspects, orders.statuses cascade`.execute(db);
  for (const table of factTables) await platform.warehouse.command('TRUNCATE TABLE {table:Identifier}', { table });
}

test('[INT-11] an import taken back leaves everything as it was before it', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(batches(3), batches(2), async (before, taken) => {
      runs += 1;
      const channel = await ensureChannel(db, { code: `shop-${runs}`, kind: 'web', name: 'Shop' });
      await empty();
      for (const batch of before) await ingest(platform, channel, batch);
      const [rows, known] = [await dump(), await facts()];
      for (const [batchNo, batch] of taken.entries()) await ingest(platform, channel, batch, { batch: { importId: runs, batchNo } });
      await takeBack(platform, runs, async () => {});
      expect(await dump()).toEqual(rows);
      expect(await facts()).toEqual(known);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
