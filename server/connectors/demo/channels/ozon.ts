/** Ozon as a seller sees it: FBO without persons, FBS and rFBS with their many statuses, the buyer's number inside the order's. */
import type { Life } from '../orders/life.ts';
import type { SalesChannel } from './channel.ts';

const fbo: Life = {
  stages: [
    { status: 'awaiting_packaging', group: 'assembly', hours: [0, 0] },
    { status: 'awaiting_deliver', group: 'assembly', hours: [1, 5] },
    { status: 'delivering', group: 'delivery', hours: [2, 9] },
    { status: 'delivered', group: 'done', hours: [20, 40], travels: true },
  ],
  cancelled: 'cancelled',
  refused: 'cancelled',
};

const fbs: Life = {
  stages: [
    { status: 'awaiting_registration', group: 'new', hours: [0, 0] },
    { status: 'awaiting_approve', group: 'approval', hours: [0.1, 2], share: 0.05 },
    { status: 'awaiting_packaging', group: 'assembly', hours: [0.1, 0.5] },
    { status: 'awaiting_deliver', group: 'assembly', hours: [1, 9] },
    { status: 'acceptance_in_progress', group: 'assembly', hours: [2, 8], share: 0.6 },
    { status: 'not_accepted', group: 'assembly', hours: [1, 3], share: 0.02 },
    { status: 'delivering', group: 'delivery', hours: [2, 10] },
    { status: 'driver_pickup', group: 'delivery', hours: [10, 20], share: 0.15, travels: true },
    { status: 'client_arbitration', group: 'delivery', hours: [20, 30], share: 0.006 },
    { status: 'arbitration', group: 'delivery', hours: [20, 30], share: 0.004 },
    { status: 'delivered', group: 'done', hours: [24, 48], travels: true },
  ],
  cancelled: 'cancelled',
  refused: 'cancelled',
};

const rfbs: Life = {
  stages: [
    { status: 'awaiting_packaging', group: 'assembly', hours: [0, 0] },
    { status: 'awaiting_deliver', group: 'assembly', hours: [1, 9] },
    { status: 'sent_by_seller', group: 'delivery', hours: [3, 10] },
    { status: 'delivering', group: 'delivery', hours: [6, 12] },
    { status: 'delivered', group: 'done', hours: [24, 60], travels: true },
  ],
  cancelled: 'cancelled',
  refused: 'cancelled',
};

export const ozon: SalesChannel = {
  key: 'demo-ozon',
  buyers: 11_400,
  loyalty: { r: 0.6, alpha: 60, a: 0.9, b: 2.2 },
  assortment: 0.86,
  priceFactor: 1.02,
  reportsStockOf: 1,
  ways: [
    { scheme: 'FBO', share: 68, warehouse: 1, reveals: 'pseudonym', life: fbo },
    { scheme: 'FBS', share: 28, warehouse: 0, reveals: 'name', life: fbs },
    { scheme: 'rFBS', share: 4, warehouse: 0, reveals: 'parcel', life: rfbs },
  ],
  basket: 1.3,
  commission: { tea: 15, coffee: 15, sweets: 14, dishes: 17, textile: 18, clothes: 21, cosy: 17, festive: 17 },
  logistics: [6_300, 2],
  payments: { wallet: 55, card: 25, instant: 12, 'on-delivery': 8 },
  cancelled: 0.045,
  refused: 0.05,
  reviews: { share: 0.16, named: false },
  productId: (product) => String(1_412_000_000 + product * 10_007),
  orderId: ({ buyer, nth }) => {
    const number = `${buyer}-${String(nth).padStart(4, '0')}`;
    return { externalId: `${number}-1`, number };
  },
};
