import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CanonicalRecord, EventRecord, OrderRecord } from '../../../contract/records.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { connectRooms, projections } from '../../house.ts';
import { ingest } from '../../intake/ingest/index.ts';
import { project } from '../../platform/outbox.ts';
import { saveWorkspace } from '../../platform/workspace.ts';
import { ensureChannel } from '../../records/channels/index.ts';
import { readBuyerGroups } from './buyers.ts';
import { readKpis } from './kpi.ts';
import { readProductDays, readProducts } from './products.ts';
import { readSeries } from './series.ts';
import { readHeatmap, readSplit } from './splits.ts';
import { readTodayPage } from './today.ts';

const platform = await openTestPlatform();
let ozon = 0;
let shop = 0;
let withoutOrders: Awaited<ReturnType<typeof readTodayPage>> | undefined;

const order = (externalId: string, buyer: string, placedAt: string, total: number, more: Partial<OrderRecord> = {}): OrderRecord => ({
  kind: 'order',
  externalId,
  placedAt,
  status: 'delivered',
  statusGroup: 'done',
  currency: 'RUB',
  buyer: { externalId: buyer },
  lines: [
    { productExternalId: total > 50_000 ? 'pot' : 'tea', name: 'x', quantity: 2, price: Math.ceil(total / 2), discount: total % 2, total },
  ],
  ...more,
});

const product = (externalId: string, category: string[]): CanonicalRecord => ({
  kind: 'product',
  externalId,
  sku: externalId,
  name: externalId,
  category,
});

const event = (externalId: string, visitor: string, type: EventRecord['type']): EventRecord => ({
  kind: 'event',
  externalId,
  type,
  visitor,
  at: '2026-03-10T12:00:00Z',
  productExternalId: 'tea',
});

const march = { from: '2026-03-01', to: '2026-03-31', compare: 'previous' as const };

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
  ozon = await ensureChannel(platform.db.db, { code: 'ozon', kind: 'ozon', name: 'Ozon' });
  shop = await ensureChannel(platform.db.db, { code: 'shop', kind: 'web', name: 'Shop' });
  withoutOrders = await readTodayPage(platform);
  const goods = [product('tea', ['Food', 'Tea']), product('pot', ['Kitchen'])];
  await ingest(platform, ozon, [
    ...goods,
    order('f1', 'anna', '2026-02-10T12:00:00+03:00', 10_000),
    order('f2', 'boris', '2026-02-11T12:00:00+03:00', 20_000),
    // Still February in UTC, already March in Moscow.
    order('m1', 'anna', '2026-03-01T00:30:00+03:00', 30_000, { delivery: { deliveredAt: '2026-03-03T00:30:00+03:00', region: 'Москва' } }),
    order('m2', 'vera', '2026-03-05T12:00:00+03:00', 60_000, { delivery: { deliveredAt: '2026-03-06T12:00:00+03:00' } }),
    order('m3', 'vera', '2026-03-06T12:00:00+03:00', 99_000, { status: 'cancelled', statusGroup: 'cancelled' }),
    {
      kind: 'return',
      externalId: 'r1',
      orderExternalId: 'm2',
      returnedAt: '2026-03-20T12:00:00+03:00',
      currency: 'RUB',
      lines: [{ productExternalId: 'pot', name: 'x', quantity: 1, price: 30_000, total: 30_000 }],
    },
  ]);
  await ingest(platform, shop, [
    ...goods,
    order('s1', 'gleb', '2026-03-31T23:59:00+03:00', 1_001),
    event('1', 'v1', 'view'),
    event('2', 'v1', 'cart_add'),
    event('3', 'v1', 'purchase'),
    event('4', 'v2', 'view'),
    event('4', 'v2', 'view'),
  ]);
  await project(platform, projections);
});
afterAll(() => platform.close());

test('[ANL-4] a shop without orders has no usual day to be compared with', () => {
  expect(withoutOrders?.since).toBeNull();
  expect(withoutOrders?.sales).toEqual({ value: 0, before: null, basis: 0 });
});

test('[ANL-1] the five key figures of a month, to the kopeck, beside the month before', async () => {
  const kpis = await readKpis(platform, march);
  expect(kpis.before).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  expect(kpis.sales).toEqual({ value: 61_001, before: 30_000, basis: 3 });
  expect(kpis.returned).toEqual({ value: 30_000, before: 0, basis: 1 });
  expect(kpis.averageCheck).toEqual({ value: 30_334, before: 15_000, basis: 3 });
  expect(kpis.processingHours).toEqual({ value: 36, before: null, basis: 2 });
  expect(kpis.conversion).toEqual({ value: 0.5, before: null, basis: 2 });
  expect(kpis.retention).toEqual({ value: 0.5, before: null, basis: 2 });
  expect(kpis.newBuyers.value).toBe(2);
});

test('[ANL-1] narrowed to a channel and to a category with everything below it', async () => {
  expect((await readKpis(platform, { ...march, channel: [shop] })).sales.value).toBe(1_001);
  const { rows } = await sql<{ id: number }>`select id from catalog.categories where path = 'Food'`.execute(platform.db.db);
  expect((await readKpis(platform, { ...march, category: rows[0]?.id as number })).sales).toEqual({
    value: 31_001,
    before: 30_000,
    basis: 2,
  });
});

test('[ANL-1] a conversion without visits is unknown, not nothing', async () => {
  expect((await readKpis(platform, { ...march, channel: [ozon] })).conversion.value).toBeNull();
});

test('[ANL-2] a chart of sales sums to the figure above it', async () => {
  const chart = await readSeries(platform, { ...march, metric: 'sales', step: 'day', by: 'channel' });
  expect(chart.steps).toHaveLength(31);
  const [first, second] = chart.lines;
  expect(first?.values[0]).toBe(30_000);
  expect(first?.values[19]).toBe(-30_000);
  expect(second?.values[30]).toBe(1_001);
  const sum = chart.lines.flatMap((line) => line.values).reduce<number>((total, value) => total + (value ?? 0), 0);
  expect(sum).toBe((await readKpis(platform, march)).sales.value);
  const weeks = await readSeries(platform, { ...march, metric: 'newBuyers', step: 'week', by: 'none' });
  expect(weeks.steps[0]).toBe('2026-02-23');
  expect(weeks.lines[0]?.values).toEqual([0, 1, 0, 0, 0, 1]);
});

test('[ANL-2] goods with units, carts and the rate of returns', async () => {
  const { rows } = await readProducts(platform, { ...march, sort: 'revenue', limit: 10 });
  expect(
    rows.map(({ name, units, revenue, returnRate, views, carts, cartRate }) => ({
      name,
      units,
      revenue,
      returnRate,
      views,
      carts,
      cartRate,
    })),
  ).toEqual([
    { name: 'pot', units: 2, revenue: 60_000, returnRate: 0.5, views: 0, carts: 0, cartRate: null },
    { name: 'tea', units: 4, revenue: 31_001, returnRate: 0, views: 2, carts: 1, cartRate: 0.5 },
  ]);
  const days = await readProductDays(platform, rows[1]?.productId as number, march);
  expect(days.units[0]).toBe(2);
  expect(days.carts?.[9]).toBe(1);
});

test('[ANL-6] orders by weekday and hour of the workspace, and sales by region', async () => {
  const { cells } = await readHeatmap(platform, march);
  expect(cells).toContainEqual({ weekday: 7, hour: 0, orders: 1, sales: 30_000 });
  const { rows } = await readSplit(platform, { ...march, by: 'region', limit: 5 });
  expect(rows).toEqual([
    { key: '', sales: 61_001, orders: 2, buyers: 2, before: 30_000 },
    { key: 'Москва', sales: 30_000, orders: 1, buyers: 1, before: 0 },
  ]);
});

test('[OPS-2] buyers fall into groups, each buyer into one', async () => {
  const { groups } = await readBuyerGroups(platform, {});
  expect(groups.slice(0, 4).reduce((sum, group) => sum + (group.buyers ?? 0), 0)).toBe(4);
});

test('[ANL-4] today says what waits and how fresh it is', async () => {
  const page = await readTodayPage(platform);
  expect(page.freshness.lagSeconds).toBe(0);
  expect(page.sales.value).toBe(0);
  expect(page.since).toBe('2026-02-10');
  expect(page.latest).toBe('2026-03-31');
});
