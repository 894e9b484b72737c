/** Wildberries as a seller sees it: one order for every unit, and never a buyer. */

import type { Life } from '../orders/life.ts';
import { scramble } from '../random.ts';
import type { SalesChannel } from './channel.ts';

const fbw: Life = {
  stages: [
    { status: 'waiting', group: 'assembly', hours: [0, 0] },
    { status: 'sorted', group: 'delivery', hours: [3, 12] },
    { status: 'ready_for_pickup', group: 'delivery', hours: [16, 34], travels: true },
    { status: 'sold', group: 'done', hours: [2, 26] },
  ],
  cancelled: 'canceled_by_client',
  refused: 'declined_by_client',
};

const fbs: Life = {
  stages: [
    { status: 'new', group: 'new', hours: [0, 0] },
    { status: 'confirm', group: 'assembly', hours: [0.5, 5] },
    { status: 'complete', group: 'delivery', hours: [2, 10] },
    { status: 'sorted', group: 'delivery', hours: [3, 10] },
    { status: 'ready_for_pickup', group: 'delivery', hours: [16, 40], travels: true },
    { status: 'sold', group: 'done', hours: [2, 26] },
  ],
  cancelled: 'canceled',
  refused: 'declined_by_client',
};

export const wildberries: SalesChannel = {
  key: 'demo-wildberries',
  buyers: 6_500,
  loyalty: { r: 0.5, alpha: 92, a: 0.9, b: 2 },
  assortment: 0.7,
  priceFactor: 1.05,
  reportsStockOf: 2,
  ways: [
    { scheme: 'FBW', share: 74, warehouse: 2, reveals: 'nothing', life: fbw },
    { scheme: 'FBS', share: 26, warehouse: 0, reveals: 'nothing', life: fbs },
  ],
  basket: 1.12,
  splitsUnits: true,
  commission: { tea: 17, coffee: 17, sweets: 16, dishes: 20, textile: 21, clothes: 24, cosy: 20, festive: 19 },
  logistics: [5_100, 1],
  payments: {},
  cancelled: 0.04,
  refused: 0.12,
  reviews: { share: 0.2, named: false },
  productId: (product) => String(187_300_000 + product * 9_973),
  orderId: ({ count }) => ({
    externalId: `d${scramble(count, 21).toString(16)}.r${scramble(count, 22).toString(16)}${count.toString(16)}.0.0`,
    number: String(2_164_000_000 + count * 17),
  }),
};
