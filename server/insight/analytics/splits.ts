/** Sales of a period cut by what may explain them: place, time, delivery, payment, category, source. */
import type { Platform } from '../../platform/platform.ts';
import { type KpiQuestion, spanParams } from './kpi.ts';
import { readPeriods } from './period.ts';
import { accountingCurrency, during, linesOf, ordersOf, readFreshness, readScope, scopeParams } from './scope.ts';

export interface SplitQuestion extends KpiQuestion {
  by: 'region' | 'delivery' | 'payment' | 'category' | 'source' | 'channel';
  limit: number;
}

const keyOf: Record<SplitQuestion['by'], string> = {
  region: 'region',
  delivery: 'delivery_method',
  payment: 'payment_method',
  category: 'category_path',
  source: 'acquired_from',
  channel: 'toString(channel_id)',
};

export async function readSplit(platform: Platform, question: SplitQuestion) {
  const [periods, scope] = await Promise.all([readPeriods(platform, question, question.compare), readScope(platform, question)]);
  const lines =
    question.by === 'category'
      ? `(SELECT l.*, p.category_path FROM ${linesOf(scope)} AS l LEFT JOIN products AS p FINAL ON p.product_id = l.product_id)`
      : linesOf(scope);
  const live = (name: string) => during('placed_at', name);
  const [rows, freshness, currency] = await Promise.all([
    platform.warehouse.query<{ key: string; sales: number; orders: number; buyers: number; before: number }>(
      `SELECT ${keyOf[question.by]} AS key, sumIf(total, ${live('now')}) AS sales, uniqExactIf(order_id, ${live('now')}) AS orders,
        uniqExactIf(customer_id, customer_id > 0 AND ${live('now')}) AS buyers, sumIf(total, ${live('before')}) AS before
      FROM ${lines} WHERE status_group != 'cancelled' AND (${live('now')} OR ${live('before')})
      GROUP BY key ORDER BY sales DESC, key LIMIT {limit:UInt32}`,
      { ...scopeParams(scope), ...spanParams(periods), limit: question.limit },
    ),
    readFreshness(platform),
    accountingCurrency(platform),
  ]);
  return { currency, freshness, rows };
}

export async function readHeatmap(platform: Platform, question: KpiQuestion) {
  const [periods, scope] = await Promise.all([readPeriods(platform, question, question.compare), readScope(platform, question)]);
  const [cells, freshness] = await Promise.all([
    platform.warehouse.query<{ weekday: number; hour: number; orders: number; sales: number }>(
      `SELECT toDayOfWeek(placed_at, 0, {zone:String}) AS weekday, toHour(toTimeZone(placed_at, {zone:String})) AS hour, count() AS orders, sum(total) AS sales
      FROM ${ordersOf(scope)} WHERE status_group != 'cancelled' AND ${during('placed_at', 'now')} GROUP BY weekday, hour ORDER BY weekday, hour`,
      { ...scopeParams(scope), ...spanParams(periods), zone: periods.zone },
    ),
    readFreshness(platform),
  ]);
  return { freshness, cells };
}
