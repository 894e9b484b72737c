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
  /** Offers that were taken away. `sku` is the product's: what names it still means the product. */
  'catalog.offers_removed': { channelId: number; offers: { externalId: string; sku: string | null; productId: number }[] };
  /** Products that are gone; nothing may refer to them any more. */
  'catalog.products_removed': { productIds: number[] };
  /** What is free of these products in all warehouses together; null where nobody reports it any more. */
  'stock.totals_changed': { totals: { productId: number; quantity: number | null }[] };
  /** What these orders consist of, where that is one product. */
  'orders.goods_changed': { orders: { orderId: number; onlyProductId: number | null }[] };
  /** Orders that are gone. */
  'orders.removed': { orderIds: number[] };
  /** Accounts of a channel that recognise nobody any more. */
  'customers.accounts_removed': { channelId: number; accounts: string[] };
  /** What these buyers brought belongs to `customerId` from now on: a merge, or its undoing. */
  'customers.owner_changed': { buyerIds: number[]; customerId: number; formerCustomerId: number };
  /** How much these customers bought, after their orders changed. */
  'orders.totals_changed': { totals: CustomerTotals[] };
}
