import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DemoShop } from '../../../contract/demo.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { generateDemo } from '../../connectors/demo/index.ts';
import { connectRooms, projections } from '../../house.ts';
import { onPlatform } from '../../platform/job-definition.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { project } from '../../platform/outbox.ts';
import { ensureChannel } from '../../records/channels/index.ts';
import { ingest } from '../ingest/index.ts';
import { demo } from './index.ts';
import { loadShop, type Watch } from './load.ts';
import { planShop } from './open.ts';
import { withRate } from './rates.ts';
import { removeShop } from './remove.ts';
import { findShop, markRemoving } from './store.ts';

let platform: OpenPlatform;
let door: Door;
let owner: Visitor;

beforeAll(async () => {
  connectRooms();
  platform = await openTestPlatform();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  await platform.jobs.open(onPlatform(platform, demo.jobs ?? []), []);
});
afterEach(() => remove());
afterAll(async () => {
  await door.close();
  await platform.close();
});

const wishes = { seed: 7, scale: 0.03, events: true };
const quiet: Watch = { signal: new AbortController().signal, progress: async () => {} };

const plan = () => platform.db.transaction((tx) => planShop(tx, wishes));

async function remove(): Promise<void> {
  await platform.db.transaction(markRemoving);
  await removeShop(platform, quiet);
}

/** Rows of every table of the rooms; what machines and the audit log note is their own business. */
async function countRows(): Promise<Record<string, number>> {
  const { db } = platform.db;
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'platform', 'audit', 'people')`.execute(
    db,
  );
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
      return [name, rows[0]?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

async function countFacts(): Promise<Record<string, number>> {
  await project(platform, projections);
  const tables = ['orders', 'order_lines', 'return_lines', 'customers', 'products', 'events'];
  const counts = await Promise.all(
    tables.map(async (table) => {
      const rows = await platform.warehouse.query<{ count: number }>('SELECT count() AS count FROM {table:Identifier} FINAL', { table });
      return [table, rows[0]?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
}

async function sums() {
  const { rows } = await sql<{ orders: number; total: number; lines: number; returned: number; unknown: number }>`
    select count(*) as orders, sum(total)::bigint as total, (select count(*) from orders.lines) as lines,
      (select sum(total)::bigint from orders.returns) as returned, count(*) filter (where 'unknown_product' = any(flags)) as unknown from orders.orders`.execute(
    platform.db.db,
  );
  return rows[0];
}

/** What the generator itself tells, without any database. */
async function told() {
  const shop = await findShop(platform.db.db);
  const records = [...generateDemo({ ...wishes, until: shop?.until ?? new Date(), language: 'ru' })].flatMap((batch) => batch.records);
  const orders = records.filter((record) => record.kind === 'order');
  const known = new Set(records.filter((record) => record.kind === 'product').map(({ externalId }) => externalId));
  const isUnknown = (id: string | undefined) => id !== undefined && !known.has(id);
  return {
    orders: orders.length,
    total: orders.reduce((sum, { total = 0 }) => sum + total, 0),
    lines: orders.reduce((sum, { lines }) => sum + lines.length, 0),
    returned: -records.flatMap((record) => (record.kind === 'return' ? record.lines : [])).reduce((sum, { total }) => sum + total, 0),
    unknown: orders.filter(({ lines }) => lines.some(({ productExternalId }) => isUnknown(productExternalId))).length,
  };
}

test('[TRN-3] what the demo tells is what the house knows, to the kopeck, and late goods heal their orders (SYN-8)', async () => {
  await plan();
  const steps: { done: number; total: number }[] = [];
  const counts = await loadShop(platform, { ...quiet, progress: async (done, total) => void steps.push({ done, total: total ?? 0 }) });
  expect(await sums()).toEqual(await told());
  expect(counts).toEqual((await findShop(platform.db.db))?.counts);
  expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b));
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
  const facts = await countFacts();
  expect(facts.events).toBe(counts.event);
  expect(facts.order_lines).toBe((await sums())?.lines);
});

test('[SYN-6] a load that stops in the middle goes on where it was, and nothing is doubled', async () => {
  await plan();
  const stop = new AbortController();
  let batches = 0;
  const interrupted = loadShop(platform, {
    signal: stop.signal,
    progress: async () => {
      batches += 1;
      if (batches === 2) stop.abort(new Error('stopping'));
    },
  });
  await expect(interrupted).rejects.toThrow('stopping');
  expect((await findShop(platform.db.db))?.batches).toBe(2);
  await loadShop(platform, quiet);
  expect(await sums()).toEqual(await told());
});

describe('leaving the demo', () => {
  test('[TRN-3] removes every row and every fact that came with it', async () => {
    const before = await countRows();
    await plan();
    await loadShop(platform, quiet);
    expect((await countRows())['orders.orders']).toBeGreaterThan(500);
    await remove();
    expect(await countRows()).toEqual(before);
    expect(new Set(Object.values(await countFacts()))).toEqual(new Set([0]));
  });

  test('[TRN-3] lets the company choose its currency again, unless it has sold something itself', async () => {
    const fixed = async () => (await owner.call<{ currencyFixed: boolean }>('GET /workspace')).body.currencyFixed;
    await plan();
    await loadShop(platform, quiet);
    expect(await fixed()).toBe(true);
    await remove();
    expect(await fixed()).toBe(false);
  });

  test('[TRN-3] in the middle of its making stops the making, and leaves nothing', async () => {
    const before = await countRows();
    await plan();
    let batches = 0;
    await loadShop(platform, {
      ...quiet,
      progress: async () => {
        batches += 1;
        if (batches === 2) await platform.db.transaction(markRemoving);
      },
    });
    expect((await findShop(platform.db.db))?.batches).toBe(2);
    await removeShop(platform, quiet);
    expect(await countRows()).toEqual(before);
  });

  test('[TRN-3] keeps what is not the demo', async () => {
    const own = await ensureChannel(platform.db.db, { code: 'own', kind: 'web', name: 'Own shop' });
    await ingest(platform, own, [
      { kind: 'product', externalId: 'cup', sku: 'OWN-1', name: 'Own cup', currency: 'RUB', price: 50_000 },
      {
        kind: 'order',
        externalId: '1',
        placedAt: '2026-03-01T10:00:00Z',
        status: 'new',
        statusGroup: 'new',
        currency: 'RUB',
        buyer: { externalId: 'me', name: 'Own Buyer', email: 'own@example.com' },
        lines: [{ productExternalId: 'cup', name: 'Own cup', quantity: 1, price: 50_000, total: 50_000 }],
      },
    ]);
    const before = await countRows();
    await plan();
    await loadShop(platform, quiet);
    await remove();
    expect(await countRows()).toEqual(before);
    const { rows } = await sql`select c.name, o.total from orders.orders o join customers.customers c on c.id = o.customer_id`.execute(
      platform.db.db,
    );
    expect(rows).toEqual([{ name: 'Own Buyer', total: 50_000 }]);
  });
});

const stateBecomes = (state: DemoShop['state']) =>
  vi.waitFor(async () => expect((await owner.call<DemoShop>('GET /demo')).body.state).toBe(state), { timeout: 40_000, interval: 100 });

test('[TRN-3] over HTTP: absent, opened once, a second time refused, removed', async () => {
  expect((await owner.call<DemoShop>('GET /demo')).body.state).toBe('absent');
  expect((await owner.call<{ code: string }>('DELETE /demo')).body.code).toBe('demo:not-open');
  const opened = await owner.call<DemoShop>('POST /demo', { scale: 0.01, events: false });
  expect(opened).toMatchObject({ status: 201, body: { state: 'loading', language: 'ru' } });
  expect(await owner.call('POST /demo', {})).toMatchObject({ status: 409, body: { code: 'demo:already-open' } });
  await stateBecomes('ready');
  const work = () => platform.jobs.find(opened.body.jobId ?? '');
  await vi.waitFor(async () => expect(await work()).toMatchObject({ job: 'demo.load', state: 'done' }), { interval: 50 });
  expect((await owner.call<DemoShop>('DELETE /demo')).body.state).toBe('removing');
  await stateBecomes('absent');
});

test('[COL-2] in another accounting currency orders and returns carry a frozen rate, other records do not', () => {
  const order = { kind: 'order', externalId: '1', placedAt: '2026-03-01T10:00:00Z', status: 'new', currency: 'RUB', lines: [] } as const;
  expect(withRate({ ...order, lines: [] }, 'EUR')).toMatchObject({ rate: 1 / 90 });
  expect(withRate({ ...order, lines: [] }, 'RUB')).not.toHaveProperty('rate');
  expect(withRate({ kind: 'product', externalId: '1', name: 'Tea', currency: 'RUB' }, 'EUR')).not.toHaveProperty('rate');
});
