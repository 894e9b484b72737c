/** An assembly task of the FBS API (v2 with numeric statuses, v3 with words): one piece of one product. */
import type { OrderRecord, StatusGroup } from '../../../../../contract/records.ts';
import type { JsonObject } from '../../tables/json-items.ts';
import { withoutEmpty } from '../../translate/person.ts';
import { currencyCode } from '../../values/words-in-cells.ts';
import type { OpenOptions } from '../preset.ts';
import { hundredths, ItemFault, required, requiredTime, text } from './item.ts';

/** v2: what the buyer did outweighs how far the seller got. */
const buyerStatuses: Record<string, [string, StatusGroup]> = {
  '1': ['canceled_by_client', 'cancelled'],
  '2': ['sold', 'done'],
  '3': ['returned', 'cancelled'],
  '5': ['defect', 'cancelled'],
};
const sellerStatuses: Record<string, [string, StatusGroup]> = {
  '0': ['new', 'new'],
  '1': ['confirm', 'assembly'],
  '2': ['complete', 'delivery'],
  '3': ['cancel', 'cancelled'],
};
const words: Record<string, StatusGroup> = {
  new: 'new',
  waiting: 'new',
  confirm: 'assembly',
  sorted: 'delivery',
  complete: 'delivery',
  receive: 'done',
  sold: 'done',
  cancel: 'cancelled',
  canceled: 'cancelled',
  canceled_by_client: 'cancelled',
  declined_by_client: 'cancelled',
  defect: 'cancelled',
  reject: 'cancelled',
};

export function readFbsOrder(item: JsonObject, options: OpenOptions): OrderRecord[] {
  const price = hundredths(item, 'totalPrice') ?? hundredths(item, 'price');
  if (price === undefined) throw new ItemFault('price', 'no_price');
  const barcode = text(item, 'barcode') ?? firstOf(item, 'skus') ?? firstOf(item, 'barcodes');
  const sku = text(item, 'article');
  const [status, statusGroup] = statusOf(item);
  const currency = currencyCode(text(item, 'currencyCode') ?? '643');
  if (currency === null) throw new ItemFault('currencyCode', 'not_a_currency');
  const line = { productExternalId: barcode, sku, name: sku ?? barcode ?? required(item, 'chrtId'), quantity: 1, price, total: price };
  return [
    withoutEmpty({
      kind: 'order' as const,
      externalId: required(item, 'rid'),
      number: text(item, 'orderId', 'id'),
      placedAt: requiredTime(item, 'dateCreated', 'createdAt'),
      status,
      statusGroup,
      currency,
      rate: rateOf(item, price, currency, options),
      lines: [withoutEmpty(line)],
      total: price,
      delivery: withoutEmpty({
        scheme: schemeOf(item),
        address: text(item, 'deliveryAddress', 'officeAddress'),
        warehouse: text(item, 'storeId', 'warehouseId'),
      }),
    }),
  ];
}

function statusOf(item: JsonObject): [string, StatusGroup | undefined] {
  const byBuyer = buyerStatuses[String(item.userStatus)];
  if (byBuyer) return byBuyer;
  const bySeller = sellerStatuses[String(item.status)];
  if (bySeller) return bySeller;
  const word = text(item, 'wbStatus', 'supplierStatus') ?? 'new';
  return [word, words[word] ?? words[text(item, 'supplierStatus') ?? '']];
}

/** The answer gives the price in roubles too: that is the rate of the order's day. */
function rateOf(item: JsonObject, price: number, currency: string, options: OpenOptions): number | undefined {
  const converted = hundredths(item, 'convertedPrice');
  if (currency === 'RUB' || options.defaults.currency !== 'RUB' || !converted || price === 0) return undefined;
  return converted / price;
}

function schemeOf(item: JsonObject): string {
  const written = text(item, 'deliveryType');
  return written === undefined || written === '1' ? 'FBS' : written === '2' ? 'DBS' : written.toUpperCase().slice(0, 20);
}

function firstOf(item: JsonObject, field: string): string | undefined {
  const list = item[field];
  return Array.isArray(list) && list.length > 0 ? String(list[0]) : undefined;
}
