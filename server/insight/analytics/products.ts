/** How goods sell, come back and draw carts: over a period, and day by day for one of them (ANL-2, COL-11). */
import type { productSorts } from '../../../contract/analytics.ts';
import type { Platform } from '../../platform/platform.ts';
import { type KpiQuestion, ratio, spanParams } from './kpi.ts';
import { readPeriods, stepsBetween } from './period.ts';
import { accountingCurrency, during, eventsOf, linesOf, readFreshness, readScope, returnsOf, scopeParams } from './scope.ts';

export interface ProductQuestion extends KpiQuestion {
  sort: (typeof productSorts)[number];
  limit: number;
}

interface Row {
  productId: number;
  name: string;
  sku: string;
  category: string;
  units: number;
  revenue: number;
  returnedUnits: number;
  views: number;
  carts: number;
}

/** Goods without a single event have no cart rate; where the shop has no events at all, views and carts are unknown. */
const order: Record<ProductQuestion['sort'], string> = {
  units: 'units',
  revenue: 'revenue',
  returnRate: 'if(units > 0, returnedUnits / units, 0)',
  carts: 'carts',
  cartRate: 'if(views > 0, carts / views, 0)',
};

export async function readProducts(platform: Platform, question: ProductQuestion) {
  const [periods, scope] = await Promise.all([readPeriods(platform, question, question.compare), readScope(platform, question)]);
  const params = { ...scopeParams(scope), ...spanParams(periods), limit: question.limit };
  const [rows, tracked, freshness, currency] = await Promise.all([
    platform.warehouse.query<Row>(
      `SELECT p.product_id AS productId, p.name AS name, p.sku AS sku, p.category_path AS category, units, revenue, returnedUnits, views, carts
      FROM (SELECT product_id, sum(sold) AS units, sum(earned) AS revenue, sum(back) AS returnedUnits, sum(seen) AS views, sum(put) AS carts FROM (
          SELECT product_id, quantity AS sold, total AS earned, 0 AS back, 0 AS seen, 0 AS put FROM ${linesOf(scope)}
            WHERE status_group != 'cancelled' AND ${during('placed_at', 'now')}
          UNION ALL SELECT product_id, 0, 0, -quantity, 0, 0 FROM ${returnsOf(scope)} WHERE ${during('returned_at', 'now')}
          UNION ALL SELECT product_id, 0, 0, 0, type = 'view', type = 'cart_add' FROM ${eventsOf(scope)} WHERE ${during('at', 'now')}
        ) WHERE product_id > 0 GROUP BY product_id) AS figures
      INNER JOIN products AS p FINAL ON p.product_id = figures.product_id
      ORDER BY ${order[question.sort]} DESC, productId LIMIT {limit:UInt32}`,
      params,
    ),
    hasEvents(platform),
    readFreshness(platform),
    accountingCurrency(platform),
  ]);
  return { currency, freshness, rows: rows.map((row) => withRates(row, tracked)) };
}

function withRates(row: Row, tracked: boolean) {
  return {
    ...row,
    returnRate: ratio(row.returnedUnits, row.units),
    views: tracked ? row.views : null,
    carts: tracked ? row.carts : null,
    cartRate: tracked ? ratio(row.carts, row.views) : null,
  };
}

/** Whether the site is connected at all: otherwise "no views" would be a lie. */
export async function hasEvents(platform: Platform): Promise<boolean> {
  const rows = await platform.warehouse.query('SELECT 1 FROM events LIMIT 1');
  return rows.length > 0;
}

interface Day {
  day: string;
  units: number;
  revenue: number;
  back: number;
  carts: number;
}

export async function readProductDays(platform: Platform, productId: number, question: Omit<KpiQuestion, 'category'>) {
  const [periods, scope] = await Promise.all([readPeriods(platform, question, question.compare), readScope(platform, question)]);
  const day = (column: string) => `toString(toDate(${column}, {zone:String}))`;
  const mine = 'product_id = {product:UInt64}';
  const [rows, tracked, freshness] = await Promise.all([
    platform.warehouse.query<Day>(
      `SELECT day, sum(sold) AS units, sum(earned) AS revenue, sum(returned) AS back, sum(put) AS carts FROM (
        SELECT ${day('placed_at')} AS day, quantity AS sold, total AS earned, 0 AS returned, 0 AS put FROM ${linesOf(scope)}
          WHERE ${mine} AND status_group != 'cancelled' AND ${during('placed_at', 'now')}
        UNION ALL SELECT ${day('returned_at')}, 0, 0, -quantity, 0 FROM ${returnsOf(scope)} WHERE ${mine} AND ${during('returned_at', 'now')}
        UNION ALL SELECT ${day('at')}, 0, 0, 0, 1 FROM ${eventsOf(scope)} WHERE ${mine} AND type = 'cart_add' AND ${during('at', 'now')}
      ) GROUP BY day`,
      { ...scopeParams(scope), ...spanParams(periods), zone: periods.zone, product: productId },
    ),
    hasEvents(platform),
    readFreshness(platform),
  ]);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const days = stepsBetween(periods.now, 'day');
  const column = (pick: (row: Day) => number) =>
    days.map((at) => pick(byDay.get(at) ?? { day: at, units: 0, revenue: 0, back: 0, carts: 0 }));
  return {
    freshness,
    days,
    units: column((row) => row.units),
    revenue: column((row) => row.revenue),
    carts: tracked ? column((row) => row.carts) : null,
    returnedUnits: column((row) => row.back),
  };
}
