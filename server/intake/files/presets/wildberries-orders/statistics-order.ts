/** An order of the statistics API (`/api/v1/supplier/orders`): all schemes, amounts in roubles. */
import type { OrderRecord } from '../../../../../contract/records.ts';
import type { JsonObject } from '../../tables/json-items.ts';
import { withoutEmpty } from '../../translate/person.ts';
import { ItemFault, required, requiredTime, text, time, units } from './item.ts';

export function readStatisticsOrder(item: JsonObject): OrderRecord[] {
  const total = units(item, 'priceWithDisc') ?? units(item, 'finishedPrice') ?? units(item, 'totalPrice');
  if (total === undefined) throw new ItemFault('priceWithDisc', 'no_price');
  const price = units(item, 'totalPrice') ?? total;
  const cancelled = item.isCancel === true;
  const sku = text(item, 'supplierArticle');
  const barcode = text(item, 'barcode');
  return [
    withoutEmpty({
      kind: 'order' as const,
      externalId: required(item, 'srid'),
      number: text(item, 'gNumber'),
      placedAt: requiredTime(item, 'date'),
      status: cancelled ? 'canceled' : 'ordered',
      statusGroup: cancelled ? ('cancelled' as const) : ('delivery' as const),
      currency: 'RUB' as const,
      lines: [
        withoutEmpty({
          productExternalId: barcode,
          sku,
          name: text(item, 'subject') ?? sku ?? required(item, 'nmId'),
          quantity: 1,
          price,
          discount: price === total ? undefined : price - total,
          total,
        }),
      ],
      total,
      delivery: withoutEmpty({
        region: text(item, 'regionName', 'oblastOkrugName', 'oblast'),
        warehouse: text(item, 'warehouseName'),
        scheme: /продав/i.test(text(item, 'warehouseType') ?? '') ? 'FBS' : 'FBO',
      }),
      changedAt: time(item, 'lastChangeDate'),
    }),
  ];
}
