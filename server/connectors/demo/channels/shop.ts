/** The seller's own web shop: full contacts, accounts and guests, companies that pay by invoice. */
import type { Life, Stage } from '../orders/life.ts';
import type { SalesChannel } from './channel.ts';

const delivery: readonly Stage[] = [
  { status: 'assembling', group: 'assembly', hours: [0.5, 6] },
  { status: 'sent', group: 'delivery', hours: [2, 14] },
  { status: 'at-pickup-point', group: 'delivery', hours: [20, 36], share: 0.7, travels: true },
  { status: 'completed', group: 'done', hours: [4, 26] },
];

const endings = { cancelled: 'cancelled', refused: 'refused' };

export const prepaid: Life = { stages: [{ status: 'new', group: 'new', hours: [0, 0] }, ...delivery], ...endings };

export const onDelivery: Life = {
  stages: [{ status: 'new', group: 'new', hours: [0, 0] }, { status: 'awaiting-call', group: 'approval', hours: [0.1, 1] }, ...delivery],
  ...endings,
};

export const byInvoice: Life = {
  stages: [{ status: 'new', group: 'new', hours: [0, 0] }, { status: 'awaiting-payment', group: 'approval', hours: [1, 8] }, ...delivery],
  ...endings,
};

export const shop: SalesChannel = {
  key: 'demo-shop',
  buyers: 8_000,
  loyalty: { r: 0.65, alpha: 78, a: 0.8, b: 2.4 },
  assortment: 1,
  priceFactor: 0.97,
  reportsStockOf: 0,
  ways: [{ share: 1, warehouse: 0, reveals: 'account', life: prepaid }],
  basket: 1.8,
  commission: { tea: 2, coffee: 2, sweets: 2, dishes: 2, textile: 2, clothes: 2, cosy: 2, festive: 2 },
  logistics: [9_000, 1],
  payments: { card: 46, instant: 24, 'on-delivery': 22, instalments: 8 },
  cancelled: 0.05,
  refused: 0.02,
  reviews: { share: 0.12, named: true },
  productId: (product) => String(1_001 + product),
  orderId: ({ count }) => ({ externalId: String(5_001 + count), number: `W-${5_001 + count}` }),
};
