/** The key figures of a period (ANL-1). Each is defined in `contract/analytics.ts`, and shown with that definition. */
import type { z } from 'zod';
import type { kpis } from '../../../contract/analytics.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WarehouseParams } from '../../platform/warehouse/warehouse.ts';
import { type Periods, readPeriods, type Span } from './period.ts';
import { accountingCurrency, during, eventsOf, ordersOf, readFreshness, readScope, returnsOf, type Scope, scopeParams } from './scope.ts';

export interface KpiQuestion {
  from: string;
  to: string;
  channel?: number[];
  category?: number;
  compare: 'previous' | 'year';
}

export type Kpis = z.input<typeof kpis>;

export async function readKpis(platform: Platform, question: KpiQuestion): Promise<Kpis> {
  const [periods, scope] = await Promise.all([readPeriods(platform, question, question.compare), readScope(platform, question)]);
  const params = { ...scopeParams(scope), ...spanParams(periods) };
  const [orders, buyers, returned, visits, freshness, currency] = await Promise.all([
    askOrders(platform, scope, params),
    askBuyers(platform, scope, params),
    askReturns(platform, scope, params),
    askVisits(platform, scope, params),
    readFreshness(platform),
    accountingCurrency(platform),
  ]);
  return { period: daysOf(periods.now), before: daysOf(periods.before), currency, freshness, ...figures(orders, buyers, returned, visits) };
}

const daysOf = ({ from, to }: { from: string; to: string }) => ({ from, to });

export function spanParams(periods: Periods): WarehouseParams {
  const spans: [string, Span][] = [
    ['now', periods.now],
    ['before', periods.before],
    ['earlier', periods.earlier],
  ];
  return Object.fromEntries(
    spans.flatMap(([name, { start, end }]) => [
      [`${name}_start`, start],
      [`${name}_end`, end],
    ]),
  );
}

interface OrderFigures {
  sales: number;
  salesBefore: number;
  orders: number;
  ordersBefore: number;
  hours: number | null;
  hoursBefore: number | null;
  timed: number;
}

async function askOrders(platform: Platform, scope: Scope, params: WarehouseParams): Promise<OrderFigures> {
  const completed = (name: string) => `completed_at IS NOT NULL AND ${during('assumeNotNull(completed_at)', name)}`;
  const seconds = "dateDiff('second', placed_at, assumeNotNull(completed_at))";
  const [row] = await platform.warehouse.query<OrderFigures>(
    `SELECT sumIf(total, live AND ${during('placed_at', 'now')}) AS sales, sumIf(total, live AND ${during('placed_at', 'before')}) AS salesBefore,
      countIf(live AND ${during('placed_at', 'now')}) AS orders, countIf(live AND ${during('placed_at', 'before')}) AS ordersBefore,
      if(countIf(${completed('now')}) = 0, NULL, quantileExactInclusiveIf(0.5)(${seconds}, ${completed('now')}) / 3600) AS hours,
      if(countIf(${completed('before')}) = 0, NULL, quantileExactInclusiveIf(0.5)(${seconds}, ${completed('before')}) / 3600) AS hoursBefore,
      countIf(${completed('now')}) AS timed
    FROM (SELECT *, status_group != 'cancelled' AS live FROM ${ordersOf(scope)})`,
    params,
  );
  return row as OrderFigures;
}

interface BuyerFigures {
  buyers: number;
  buyersBefore: number;
  fresh: number;
  freshBefore: number;
  stayed: number;
  stayedBefore: number;
  earlier: number;
}

async function askBuyers(platform: Platform, scope: Scope, params: WarehouseParams): Promise<BuyerFigures> {
  const [row] = await platform.warehouse.query<BuyerFigures>(
    `SELECT countIf(inNow) AS buyers, countIf(inBefore) AS buyersBefore, countIf(${during('first', 'now')}) AS fresh,
      countIf(${during('first', 'before')}) AS freshBefore, countIf(inNow AND inBefore) AS stayed, countIf(inBefore AND inEarlier) AS stayedBefore,
      countIf(inEarlier) AS earlier
    FROM (SELECT customer_id, max(${during('placed_at', 'now')}) AS inNow, max(${during('placed_at', 'before')}) AS inBefore,
        max(${during('placed_at', 'earlier')}) AS inEarlier, min(placed_at) AS first
      FROM ${ordersOf(scope)} WHERE customer_id > 0 AND status_group != 'cancelled' GROUP BY customer_id)`,
    params,
  );
  return row as BuyerFigures;
}

interface ReturnFigures {
  returned: number;
  returnedBefore: number;
  lines: number;
}

async function askReturns(platform: Platform, scope: Scope, params: WarehouseParams): Promise<ReturnFigures> {
  const [row] = await platform.warehouse.query<ReturnFigures>(
    `SELECT -sumIf(total, ${during('returned_at', 'now')}) AS returned, -sumIf(total, ${during('returned_at', 'before')}) AS returnedBefore,
      countIf(${during('returned_at', 'now')}) AS lines FROM ${returnsOf(scope)}`,
    params,
  );
  return row as ReturnFigures;
}

interface VisitFigures {
  visitors: number;
  visitorsBefore: number;
  bought: number;
  boughtBefore: number;
}

/** A visitor is a browser; one who is signed in counts once across browsers. */
async function askVisits(platform: Platform, scope: Scope, params: WarehouseParams): Promise<VisitFigures> {
  const [row] = await platform.warehouse.query<VisitFigures>(
    `SELECT countIf(inNow) AS visitors, countIf(inBefore) AS visitorsBefore, countIf(boughtNow) AS bought, countIf(boughtThen) AS boughtBefore
    FROM (SELECT if(customer_id > 0, toString(customer_id), visitor) AS who, max(${during('at', 'now')}) AS inNow, max(${during('at', 'before')}) AS inBefore,
        max(type = 'purchase' AND ${during('at', 'now')}) AS boughtNow, max(type = 'purchase' AND ${during('at', 'before')}) AS boughtThen
      FROM ${eventsOf(scope)} WHERE at >= least(toDateTime({before_start:String}, 'UTC'), toDateTime({now_start:String}, 'UTC')) GROUP BY who)`,
    params,
  );
  return row as VisitFigures;
}

function figures(orders: OrderFigures, buyers: BuyerFigures, returned: ReturnFigures, visits: VisitFigures) {
  return {
    sales: { value: orders.sales - returned.returned, before: orders.salesBefore - returned.returnedBefore, basis: orders.orders },
    orders: { value: orders.orders, before: orders.ordersBefore, basis: orders.orders },
    returned: { value: returned.returned, before: returned.returnedBefore, basis: returned.lines },
    conversion: {
      value: ratio(visits.bought, visits.visitors),
      before: ratio(visits.boughtBefore, visits.visitorsBefore),
      basis: visits.visitors,
    },
    averageCheck: {
      value: rounded(orders.sales, orders.orders),
      before: rounded(orders.salesBefore, orders.ordersBefore),
      basis: orders.orders,
    },
    processingHours: { value: orders.hours, before: orders.hoursBefore, basis: orders.timed },
    retention: {
      value: ratio(buyers.stayed, buyers.buyersBefore),
      before: ratio(buyers.stayedBefore, buyers.earlier),
      basis: buyers.buyersBefore,
    },
    buyers: { value: buyers.buyers, before: buyers.buyersBefore, basis: buyers.buyers },
    newBuyers: { value: buyers.fresh, before: buyers.freshBefore, basis: buyers.buyers },
  };
}

/** Of nothing there is no share. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const rounded = (sum: number, count: number): number | null => (count === 0 ? null : Math.round(sum / count));
