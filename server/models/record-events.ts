/** What rooms of the records floor tell each other; they may not import one another, so the words they share stand below them. */

export interface CustomerTotals {
  customerId: number;
  /** Orders that were not cancelled. */
  ordersCount: number;
  /** Their sum less returns, in minor units of the accounting currency. */
  spentBase: number;
  firstOrderAt: string | null;
  lastOrderAt: string | null;
}

export interface RecordEvents {
  /** Goods that order lines, stock and reviews may have been waiting for. */
  'catalog.offers_added': { channelId: number; offers: { externalId: string; sku: string | null; productId: number }[] };
  /** What these buyers brought belongs to `customerId` from now on: a merge, or its undoing. */
  'customers.owner_changed': { buyerIds: number[]; customerId: number; formerCustomerId: number };
  /** How much these customers bought, after their orders changed. */
  'orders.totals_changed': { totals: CustomerTotals[] };
}
