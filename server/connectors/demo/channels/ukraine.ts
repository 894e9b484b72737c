/** Rozetka and Prom as a seller sees them: both hand over the recipient, so Ukrainian demos know their buyers. */
import type { Life } from '../orders/life.ts';
import type { SalesChannel } from './channel.ts';

const rozetkaLife: Life = {
  stages: [
    { status: '1', group: 'new', hours: [0, 0] },
    { status: '26', group: 'approval', hours: [0.2, 2] },
    { status: '2', group: 'assembly', hours: [0.2, 3] },
    { status: '3', group: 'delivery', hours: [2, 12] },
    { status: '4', group: 'delivery', hours: [2, 6] },
    { status: '5', group: 'delivery', hours: [14, 24], travels: true },
    { status: '6', group: 'done', hours: [2, 24] },
  ],
  cancelled: '18',
  refused: '12',
};

const promLife: Life = {
  stages: [
    { status: 'pending', group: 'new', hours: [0, 0] },
    { status: 'received', group: 'assembly', hours: [0.3, 5] },
    { status: 'paid', group: 'delivery', hours: [3, 14] },
    { status: 'delivered', group: 'done', hours: [20, 40], travels: true },
  ],
  cancelled: 'canceled',
  refused: 'canceled',
};

export const rozetka: SalesChannel = {
  key: 'demo-rozetka',
  buyers: 9_000,
  loyalty: { r: 0.6, alpha: 50, a: 0.9, b: 2.2 },
  assortment: 0.86,
  priceFactor: 1.02,
  reportsStockOf: 1,
  ways: [
    { scheme: 'FBS', share: 80, warehouse: 1, reveals: 'contacts', life: rozetkaLife },
    { scheme: 'FBS', share: 20, warehouse: 0, reveals: 'contacts', life: rozetkaLife },
  ],
  basket: 1.35,
  commission: { tea: 12, coffee: 12, sweets: 12, dishes: 15, textile: 18, clothes: 20, cosy: 16, festive: 16 },
  logistics: [2_000, 1],
  payments: { card: 45, 'on-delivery': 45, instalments: 10 },
  cancelled: 0.045,
  refused: 0.06,
  reviews: { share: 0.14, named: false },
  productId: (product) => String(412_000_000 + product * 1_009),
  orderId: ({ count }) => ({ externalId: String(861_000_000 + count * 13) }),
};

export const prom: SalesChannel = {
  ...rozetka,
  key: 'demo-prom',
  buyers: 4_500,
  loyalty: { r: 0.5, alpha: 62, a: 0.9, b: 2 },
  assortment: 0.7,
  priceFactor: 1.05,
  reportsStockOf: 2,
  ways: [
    { share: 75, warehouse: 2, reveals: 'contacts', life: promLife },
    { share: 25, warehouse: 0, reveals: 'contacts', life: promLife },
  ],
  basket: 1.4,
  commission: { tea: 8, coffee: 8, sweets: 8, dishes: 9, textile: 10, clothes: 12, cosy: 10, festive: 10 },
  reviews: { share: 0.1, named: true },
  productId: (product) => String(1_970_000_000 + product * 1_013),
  orderId: ({ count }) => ({ externalId: String(318_000_000 + count * 11) }),
};
