/** Figures over a period: what they are, what they were before, and how fresh they are. Amounts are minor units of the accounting currency. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { currency } from './money.ts';

const ids = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')).map(Number))
  .pipe(z.array(z.int().positive()).max(100));

/** Days are the workspace's own, both included. */
export const scope = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  channel: ids.optional().describe('Channel ids, comma separated; all channels where absent'),
  category: z.coerce.number().int().positive().optional().describe('A category with everything below it'),
  compare: z.enum(['previous', 'year']).default('previous').describe('The equal period just before, or the same days a year ago'),
});

/** A figure beside its former self. Null means that it is not known, never that it is nothing. */
const figure = z.object({
  value: z.number().nullable(),
  before: z.number().nullable(),
  /** How many orders, buyers or visits the figure rests on. */
  basis: z.int(),
});

const period = z.object({ from: z.iso.date(), to: z.iso.date() });

export const freshness = z.object({
  /** When the figures were asked for. */
  at: z.iso.datetime({ offset: true }),
  /** Age of the oldest change that they do not hold yet; 0 when none waits. */
  lagSeconds: z.number(),
});

export const kpis = z.object({
  period,
  before: period,
  currency,
  freshness,
  sales: figure.describe('Orders placed in the period and not cancelled, with delivery, less returns of the period'),
  orders: figure,
  returned: figure.describe('Sum of what came back in the period'),
  conversion: figure.describe('Share of site visitors of the period who bought; null while no site is connected'),
  averageCheck: figure.describe('Sum of orders that were not cancelled, returns not subtracted, divided by their number'),
  processingHours: figure.describe('Median hours from order to completion, of orders completed in the period whose time is known'),
  retention: figure.describe('Share of the buyers of the period before who bought again in this one'),
  buyers: figure,
  newBuyers: figure.describe('Buyers whose first order is in the period'),
});

export const metrics = ['sales', 'orders', 'averageCheck', 'buyers', 'newBuyers', 'returned', 'units'] as const;

export const series = z.object({
  step: z.enum(['day', 'week', 'month']),
  currency,
  freshness,
  /** First days of the steps. */
  steps: z.array(z.iso.date()),
  lines: z.array(
    z.object({ channelId: z.int().nullable(), values: z.array(z.number().nullable()), before: z.array(z.number().nullable()) }),
  ),
});

const productRow = z.object({
  productId: z.int(),
  name: z.string(),
  sku: z.string(),
  category: z.string(),
  units: z.number(),
  revenue: z.int(),
  returnedUnits: z.number(),
  /** Returned units by sold units; null where nothing was sold. */
  returnRate: z.number().nullable(),
  views: z.int().nullable(),
  carts: z.int().nullable(),
  /** Cart additions by views; null while no site is connected. */
  cartRate: z.number().nullable(),
});

export const productSorts = ['units', 'revenue', 'returnRate', 'carts', 'cartRate'] as const;

export const buyerGroups = ['new', 'regular', 'once', 'sleeping', 'potential'] as const;

export const analytics = {
  'GET /analytics/kpi': endpoint({
    says: 'The five key figures of a period beside those of the period before',
    may: 'analytics.read',
    query: scope,
    answer: kpis,
  }),
  'GET /analytics/series': endpoint({
    says: 'One figure step by step, whole or by channel',
    may: 'analytics.read',
    query: scope.extend({
      metric: z.enum(metrics),
      step: z.enum(['day', 'week', 'month']).default('day'),
      by: z.enum(['none', 'channel']).default('none'),
    }),
    answer: series,
  }),
  'GET /analytics/products': endpoint({
    says: 'Goods of a period: units ordered, revenue, carts and returns',
    may: 'analytics.read',
    query: scope.extend({ sort: z.enum(productSorts).default('revenue'), limit: z.coerce.number().int().min(1).max(500).default(50) }),
    answer: z.object({ currency, freshness, rows: z.array(productRow) }),
  }),
  'GET /analytics/products/:id/days': endpoint({
    says: 'One product day by day: units, carts, returns',
    may: 'analytics.read',
    params: z.object({ id: z.coerce.number().int().positive() }),
    query: scope.omit({ category: true }),
    answer: z.object({
      freshness,
      days: z.array(z.iso.date()),
      units: z.array(z.number()),
      revenue: z.array(z.int()),
      carts: z.array(z.int()).nullable(),
      returnedUnits: z.array(z.number()),
    }),
  }),
  'GET /analytics/heatmap': endpoint({
    says: 'Orders by weekday and hour of the workspace',
    may: 'analytics.read',
    query: scope,
    answer: z.object({
      freshness,
      cells: z.array(z.object({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23), orders: z.int(), sales: z.int() })),
    }),
  }),
  'GET /analytics/split': endpoint({
    says: 'Sales of a period by region, delivery, payment, category or source',
    may: 'analytics.read',
    query: scope.extend({
      by: z.enum(['region', 'delivery', 'payment', 'category', 'source', 'channel']),
      limit: z.coerce.number().int().min(1).max(200).default(20),
    }),
    answer: z.object({
      currency,
      freshness,
      rows: z.array(z.object({ key: z.string(), sales: z.int(), orders: z.int(), buyers: z.int(), before: z.int() })),
    }),
  }),
  'GET /analytics/buyers': endpoint({
    says: 'Buyers in groups by what they do, with the money each group brought in the last year',
    may: 'analytics.read',
    query: z.object({ channel: ids.optional() }),
    answer: z.object({
      currency,
      freshness,
      newDays: z.int(),
      sleepingDays: z.int(),
      groups: z.array(z.object({ group: z.enum(buyerGroups), buyers: z.int().nullable(), sales: z.int(), orders: z.int() })),
    }),
  }),
  'GET /today': endpoint({
    says: 'What changed and what burns: the figures of today and of the days before, and what waits for somebody',
    may: 'analytics.read',
    answer: z.object({
      currency,
      freshness,
      day: z.iso.date(),
      /** Day of the first order; null while there is none. */
      since: z.iso.date().nullable(),
      /** Day of the latest order; null while there is none. */
      latest: z.iso.date().nullable(),
      /** Up to now today, and the mean of the same weekdays up to the same hour, four weeks back; null without history. */
      sales: figure,
      orders: figure,
      waiting: z.array(z.object({ kind: z.string(), count: z.int(), oldestAt: z.iso.datetime({ offset: true }).nullable() })),
      /** What sold most differently in the seven whole days before today than in the mean week of the four before those. */
      changes: z.array(
        z.object({
          kind: z.enum(['product', 'channel', 'region']),
          id: z.int().nullable(),
          name: z.string(),
          now: z.int(),
          usual: z.int(),
        }),
      ),
    }),
  }),
};
