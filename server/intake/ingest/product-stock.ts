/** What a product record tells of its stock, as the stock records that other sources send. */
import type { ProductRecord, StockRecord } from '../../../contract/records.ts';

export function stockOf({ externalId, stock = {}, changedAt }: ProductRecord): StockRecord[] {
  return Object.entries(stock).map(([warehouse, quantity]) => ({
    kind: 'stock',
    productExternalId: externalId,
    warehouse,
    quantity,
    changedAt,
  }));
}
