/** A line of a stock answer: the product it names, and how many of it lie in which warehouse. */
import type { CanonicalRecord } from '../../../../../contract/records.ts';
import type { JsonObject } from '../../tables/json-items.ts';
import { withoutEmpty } from '../../translate/person.ts';
import { ItemFault, required, text } from './item.ts';

export function readStock(item: JsonObject): CanonicalRecord[] {
  const barcode = required(item, 'barcode');
  const quantity = Number(item.stock ?? item.quantity);
  if (!Number.isFinite(quantity)) throw new ItemFault('stock', 'not_a_number');
  const subject = text(item, 'subject');
  const sku = text(item, 'article', 'supplierArticle');
  return [
    withoutEmpty({
      kind: 'product' as const,
      externalId: barcode,
      sku,
      name: text(item, 'name') ?? subject ?? sku ?? barcode,
      brand: text(item, 'brand'),
      category: subject === undefined ? undefined : [subject],
      barcode,
      groupId: text(item, 'nmId'),
    }),
    { kind: 'stock', productExternalId: barcode, warehouse: text(item, 'warehouseName', 'warehouseId') ?? 'main', quantity },
  ];
}
