/** An order record as a row: every column that the channel decides, in one order for COPY and for updates. */
import { amountsOf, mainPayment } from './amounts.ts';
import type { PreparedOrder } from './prepared-order.ts';

export const orderColumns = [
  'number',
  'buyer_id',
  'customer_id',
  'placed_at',
  'status',
  'source_status',
  'status_group',
  'status_since',
  'completed_at',
  'currency',
  'rate',
  'quantity',
  'total',
  'total_base',
  'goods_total',
  'discount_total',
  'delivery_total',
  'paid_total',
  'payment_method',
  'delivery_method',
  'delivery_scheme',
  'delivery_city',
  'delivery_region',
  'delivery_address',
  'track_number',
  'warehouse',
  'promised_at',
  'shipped_at',
  'delivered_at',
  'acquired_from',
  'comment',
  'fields',
  'flags',
  'lines_made',
  'source_hash',
  'source_changed_at',
] as const;

export function orderValues(order: PreparedOrder) {
  const { record, links, hash, known } = order;
  const amounts = amountsOf(record);
  const delivery = record.delivery ?? {};
  return [
    record.number ?? record.externalId,
    links.buyerId,
    links.customerId,
    record.placedAt,
    order.status,
    record.status,
    order.statusGroup,
    statusSince(order),
    completedAt(order),
    record.currency,
    record.rate ?? 1,
    amounts.quantity,
    amounts.total,
    amounts.totalBase,
    amounts.goodsTotal,
    amounts.discountTotal,
    amounts.deliveryTotal,
    amounts.paidTotal,
    mainPayment(record),
    delivery.method,
    delivery.scheme,
    delivery.city ?? record.buyer?.city,
    delivery.region ?? record.buyer?.region,
    delivery.address,
    delivery.trackNumber,
    delivery.warehouse,
    delivery.promisedAt,
    delivery.shippedAt,
    delivery.deliveredAt,
    record.acquiredFrom,
    record.comment,
    order.fields,
    flagsOf(order, amounts.total),
    Math.max(record.lines.length, known?.linesMade ?? 0),
    hash,
    record.changedAt ?? known?.changedAt,
  ];
}

/** What a person should look at. */
function flagsOf({ record, links, statusKnown }: PreparedOrder, total: number): string[] {
  const flags: string[] = [];
  const unknownProduct = record.lines.some(
    (line) => (line.kind ?? 'goods') === 'goods' && (line.productExternalId ?? line.sku) !== undefined && links.productOf(line) === null,
  );
  if (unknownProduct) flags.push('unknown_product');
  if (!statusKnown) flags.push('unknown_status');
  if (links.buyerId === null) flags.push('no_buyer');
  if (record.rate === 0) flags.push('no_rate');
  if (record.total !== undefined && record.total !== total) flags.push('total_mismatch');
  return flags;
}

function statusSince({ record, known, status }: PreparedOrder): string | Date {
  if (known && status !== record.status) return known.statusSince;
  const last = record.history?.filter(({ status }) => status === record.status).at(-1);
  if (last) return last.at;
  if (known) return known.status === record.status ? known.statusSince : (record.changedAt ?? new Date());
  return record.changedAt ?? record.placedAt;
}

/** When the order was done, where that is known; an order that was already done when first heard of has no time unless the source gives one. */
function completedAt({ record, known, status, statusGroup }: PreparedOrder): string | Date | null {
  if (statusGroup !== 'done') return null;
  if (known && status !== record.status) return known.completedAt;
  const told = record.delivery?.deliveredAt ?? record.history?.find((entry) => entry.statusGroup === 'done')?.at;
  if (told) return told;
  if (!known) return null;
  return known.statusGroup === 'done' ? known.completedAt : (record.changedAt ?? new Date());
}
