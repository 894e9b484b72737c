/** The first answer a shop gets: who is new, who comes back, who sleeps, and what money each group brought (SEG-1 by fixed limits). */
import type { buyerGroups } from '../../../contract/analytics.ts';
import type { Platform } from '../../platform/platform.ts';
import { readToday } from './period.ts';
import { hasEvents } from './products.ts';
import { accountingCurrency, eventsOf, ordersOf, readFreshness, scopeParams } from './scope.ts';

/** First order at most so many days ago. */
const newDays = 30;

/** No order for longer than this is sleep. */
const sleepingDays = 120;

type Group = (typeof buyerGroups)[number];

interface GroupRow {
  group: Group;
  buyers: number;
  sales: number;
  orders: number;
}

/** Money and orders are those of the last 365 days; each buyer is in one group. Limits are whole days of the workspace, as lists of customers have them. */
export async function readBuyerGroups(platform: Platform, question: { channel?: number[] }) {
  const scope = { channels: question.channel ?? [], category: '' };
  const { zone } = await readToday(platform);
  const params = { ...scopeParams(scope), newDays, sleepingDays, zone };
  const [rows, potential, freshness, currency] = await Promise.all([
    platform.warehouse.query<GroupRow>(
      `SELECT multiIf(first >= toStartOfDay(now(), {zone:String}) - INTERVAL {newDays:UInt16} DAY, 'new', last < toStartOfDay(now(), {zone:String}) - INTERVAL {sleepingDays:UInt16} DAY, 'sleeping',
          count >= 2, 'regular', 'once') AS group, count() AS buyers, sum(yearSales) AS sales, sum(yearOrders) AS orders
      FROM (SELECT customer_id, min(placed_at) AS first, max(placed_at) AS last, count() AS count,
          sumIf(total - returned, placed_at >= now() - INTERVAL 365 DAY) AS yearSales, countIf(placed_at >= now() - INTERVAL 365 DAY) AS yearOrders
        FROM ${ordersOf(scope)} WHERE customer_id > 0 AND status_group != 'cancelled' GROUP BY customer_id)
      GROUP BY group`,
      params,
    ),
    askPotential(platform, scope, params),
    readFreshness(platform),
    accountingCurrency(platform),
  ]);
  const found = new Map(rows.map((row) => [row.group, row]));
  const known = (['new', 'regular', 'once', 'sleeping'] as const).map(
    (group) => found.get(group) ?? { group, buyers: 0, sales: 0, orders: 0 },
  );
  return {
    currency,
    freshness,
    newDays,
    sleepingDays,
    groups: [...known, { group: 'potential' as const, buyers: potential, sales: 0, orders: 0 }],
  };
}

/** Showed interest on the site in the last 30 days and never ordered; null while no site is connected. */
async function askPotential(
  platform: Platform,
  scope: { channels: number[]; category: string },
  params: Record<string, number | readonly number[] | string>,
): Promise<number | null> {
  if (!(await hasEvents(platform))) return null;
  const [row] = await platform.warehouse.query<{ count: number }>(
    `SELECT uniqExact(if(customer_id > 0, toString(customer_id), visitor)) AS count FROM ${eventsOf(scope)}
    WHERE type IN ('view', 'cart_add', 'favourite') AND at >= now() - INTERVAL 30 DAY
      AND (customer_id = 0 OR customer_id NOT IN (SELECT customer_id FROM orders FINAL WHERE status_group != 'cancelled'))`,
    params as never,
  );
  return row?.count ?? 0;
}
