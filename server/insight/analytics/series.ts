/** One figure step by step, for charts (ANL-2). */
import type { z } from 'zod';
import type { metrics, series } from '../../../contract/analytics.ts';
import type { Platform } from '../../platform/platform.ts';
import { type KpiQuestion, spanParams } from './kpi.ts';
import { readPeriods, stepsBetween } from './period.ts';
import { accountingCurrency, during, linesOf, ordersOf, readFreshness, readScope, returnsOf, type Scope, scopeParams } from './scope.ts';

type Metric = (typeof metrics)[number];
type Step = 'day' | 'week' | 'month';

export interface SeriesQuestion extends KpiQuestion {
  metric: Metric;
  step: Step;
  by: 'none' | 'channel';
}

interface Point {
  step: string;
  channel: number;
  value: number | null;
}

export async function readSeries(platform: Platform, question: SeriesQuestion): Promise<z.input<typeof series>> {
  const [periods, scope] = await Promise.all([readPeriods(platform, question, question.compare), readScope(platform, question)]);
  const params = { ...scopeParams(scope), ...spanParams(periods), zone: periods.zone };
  const ask = (period: 'now' | 'before') => platform.warehouse.query<Point>(pointsSql(question, scope, period), params);
  const [now, before, freshness, currency] = await Promise.all([
    ask('now'),
    ask('before'),
    readFreshness(platform),
    accountingCurrency(platform),
  ]);
  const steps = stepsBetween(periods.now, question.step);
  const stepsBefore = stepsBetween(periods.before, question.step);
  const channels = question.by === 'none' ? [0] : [...new Set([...now, ...before].map((point) => point.channel))].sort((a, b) => a - b);
  const empty = question.metric === 'averageCheck' ? null : 0;
  const valuesOf = (points: readonly Point[], at: readonly string[], channel: number) => {
    const byStep = new Map(points.filter((point) => point.channel === channel).map((point) => [point.step, point.value]));
    return at.map((step) => byStep.get(step) ?? empty);
  };
  return {
    step: question.step,
    currency,
    freshness,
    steps,
    lines: channels.map((channel) => ({
      channelId: channel === 0 ? null : channel,
      values: valuesOf(now, steps, channel),
      before: valuesOf(before, stepsBefore, channel).slice(0, steps.length),
    })),
  };
}

const stepOf: Record<Step, (column: string) => string> = {
  day: (column) => `toString(toDate(${column}, {zone:String}))`,
  week: (column) => `toString(toStartOfWeek(${column}, 1, {zone:String}))`,
  month: (column) => `toString(toStartOfMonth(${column}, {zone:String}))`,
};

const valueOf: Record<Exclude<Metric, 'newBuyers'>, string> = {
  sales: 'sum(total)',
  orders: 'count()',
  averageCheck: 'round(sum(total) / count())',
  buyers: 'uniqExactIf(customer_id, customer_id > 0)',
  returned: '-sum(total)',
  units: 'sum(quantity)',
};

function pointsSql(question: SeriesQuestion, scope: Scope, period: 'now' | 'before'): string {
  const { metric, step, by } = question;
  const channel = by === 'channel' ? 'channel_id' : '0';
  if (metric === 'newBuyers') return newBuyersSql(scope, step, channel, period);
  const { from, time } = sourceOf(metric, scope);
  return `SELECT ${stepOf[step](time)} AS step, ${channel} AS channel, ${valueOf[metric]} AS value FROM ${from}
    WHERE ${during(time, period)} GROUP BY step, channel`;
}

/** Cancelled orders never count; sales are less what came back, on the day it came back. */
function sourceOf(metric: Metric, scope: Scope): { from: string; time: string } {
  const live = (source: string) => `(SELECT * FROM ${source} WHERE status_group != 'cancelled')`;
  if (metric === 'returned') return { from: returnsOf(scope), time: 'returned_at' };
  if (metric === 'units') return { from: live(linesOf(scope)), time: 'placed_at' };
  if (metric !== 'sales') return { from: live(ordersOf(scope)), time: 'placed_at' };
  const sold = `SELECT placed_at AS at, channel_id, total FROM ${live(ordersOf(scope))}`;
  return { from: `(${sold} UNION ALL SELECT returned_at AS at, channel_id, total FROM ${returnsOf(scope)})`, time: 'at' };
}

function newBuyersSql(scope: Scope, step: Step, channel: string, period: 'now' | 'before'): string {
  return `SELECT ${stepOf[step]('first')} AS step, ${channel} AS channel, count() AS value
    FROM (SELECT min(placed_at) AS first, argMin(channel_id, placed_at) AS channel_id FROM ${ordersOf(scope)}
      WHERE customer_id > 0 AND status_group != 'cancelled' GROUP BY customer_id)
    WHERE ${during('first', period)} GROUP BY step, channel`;
}
