/** The first screen: today beside a usual day up to this hour, what differs from usual, and what waits for somebody (ANL-4). */
import type { Platform } from '../../platform/platform.ts';
import { countSuspects } from '../../records/customers/index.ts';
import { countUnanswered } from '../../records/feedback/index.ts';
import { countWaiting } from '../../records/orders/index.ts';
import { countOutOfStock } from '../../records/stock/index.ts';
import { readToday } from './period.ts';
import { accountingCurrency, readFreshness } from './scope.ts';

/** A usual day is the mean of this many same weekdays. */
const weeks = 4;

export async function readTodayPage(platform: Platform) {
  const { day, zone } = await readToday(platform);
  const [figures, changes, waiting, freshness, currency] = await Promise.all([
    askFigures(platform, zone),
    askChanges(platform, zone),
    askWaiting(platform),
    readFreshness(platform),
    accountingCurrency(platform),
  ]);
  return { currency, freshness, day, ...figures, changes, waiting };
}

interface TodayRow {
  sales: number;
  orders: number;
  usualSales: number;
  usualOrders: number;
  weeks: number;
  since: string | null;
  latest: string | null;
}

async function askFigures(platform: Platform, zone: string) {
  const midnight = 'toStartOfDay(now(), {zone:String})';
  const upToNow = `dateDiff('second', toStartOfDay(placed_at, {zone:String}), placed_at) <= dateDiff('second', ${midnight}, now())`;
  const sameWeekday = `placed_at < ${midnight} AND placed_at >= ${midnight} - INTERVAL ${weeks * 7} DAY AND toDayOfWeek(placed_at, 0, {zone:String}) = toDayOfWeek(now(), 0, {zone:String})`;
  const [row] = await platform.warehouse.query<TodayRow>(
    `SELECT sumIf(total, placed_at >= ${midnight}) AS sales, countIf(placed_at >= ${midnight}) AS orders, sumIf(total, ${sameWeekday} AND ${upToNow}) AS usualSales,
      countIf(${sameWeekday} AND ${upToNow}) AS usualOrders, if(count() = 0, 0, least(${weeks}, intDiv(dateDiff('day', min(placed_at), now()), 7))) AS weeks,
      if(count() = 0, NULL, toString(toDate(min(placed_at), {zone:String}))) AS since,
      if(count() = 0, NULL, toString(toDate(max(placed_at), {zone:String}))) AS latest
    FROM orders FINAL WHERE status_group != 'cancelled' AND placed_at <= now()`,
    { zone },
  );
  const { sales, orders, usualSales, usualOrders, weeks: known, since, latest } = row as TodayRow;
  return {
    since,
    latest,
    sales: { value: sales, before: known > 0 ? Math.round(usualSales / known) : null, basis: orders },
    orders: { value: orders, before: known > 0 ? usualOrders / known : null, basis: orders },
  };
}

/** Whole days of the workspace, so that the rows behind a change can be listed. */
function askChanges(platform: Platform, zone: string) {
  const midnight = 'toStartOfDay(now(), {zone:String})';
  const recent = `placed_at >= ${midnight} - INTERVAL 7 DAY`;
  const cut = (kind: string, id: string, name: string) =>
    `SELECT '${kind}' AS kind, ${id} AS id, ${name} AS name, sumIf(l.total, ${recent}) AS now, round(sumIf(l.total, NOT (${recent})) / ${weeks}) AS usual
    FROM order_lines AS l FINAL LEFT JOIN products AS p FINAL ON p.product_id = l.product_id
    WHERE l.status_group != 'cancelled' AND placed_at >= ${midnight} - INTERVAL ${7 * (weeks + 1)} DAY AND placed_at < ${midnight} GROUP BY id, name HAVING name != ''`;
  return platform.warehouse.query<{ kind: 'product' | 'region'; id: number | null; name: string; now: number; usual: number }>(
    `SELECT kind, id, name, toInt64(now) AS now, toInt64(usual) AS usual FROM (
      (${cut('product', 'toNullable(l.product_id)', 'p.name')} ORDER BY abs(now - usual) DESC LIMIT 6)
      UNION ALL (${cut('region', 'CAST(NULL AS Nullable(UInt64))', 'l.region')} ORDER BY abs(now - usual) DESC LIMIT 4)
    ) ORDER BY abs(now - usual) DESC`,
    { zone },
  );
}

async function askWaiting({ db }: Platform) {
  const counted = await Promise.all([countWaiting(db.db), countUnanswered(db.db), countSuspects(db.db), countOutOfStock(db.db)]);
  return counted
    .flat()
    .filter(({ count }) => count > 0)
    .map(({ kind, count, oldestAt }) => ({ kind, count, oldestAt: oldestAt?.toISOString() ?? null }));
}
