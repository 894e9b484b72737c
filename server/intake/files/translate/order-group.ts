/** The rows of one order (or return) on their way to one record: the first row tells about the order, every row may add a line. */
import type { ColumnMapping } from '../../../../contract/imports.ts';
import type { OrderLine, OrderRecord, ReturnRecord } from '../../../../contract/records.ts';
import { statusGroupOf } from '../values/status-group.ts';
import type { Cells } from './cells.ts';
import { readLine } from './order-line.ts';
import { readBuyer, withoutEmpty } from './person.ts';

export const mostLines = 5_000;

export interface OrderGroup {
  /** When the last row of the group was read, counted in rows. */
  seen: number;
  record: OrderRecord | ReturnRecord;
  /** What the source calls the order, for one that lists no goods. */
  title: string | undefined;
}

/** What a preset knows better than the general rules. */
export interface OrderRules {
  /** Whether the group is a return; by the kind of the mapping otherwise. */
  isReturn?(externalId: string): boolean;
  /** What a line is, where it is not goods. */
  lineKind?(line: OrderLine, externalId: string): OrderLine['kind'];
  /** The status of orders where the file has none. */
  status?: string;
  /** Fields that hold for every order of the file. */
  finish?(record: OrderRecord | ReturnRecord): void;
  /** What to call the line of delivery charged to the buyer. */
  deliveryName: string;
}

/** Begins a group with its first row. The caller looks at `cells.problem` before keeping it. */
export function startGroup(cells: Cells, mapping: ColumnMapping, rules: OrderRules): OrderGroup {
  const externalId = cells.required('externalId');
  const returned = rules.isReturn ? rules.isReturn(externalId) : mapping.kind === 'return';
  const record = returned ? startReturn(cells, externalId) : startOrder(cells, externalId, mapping, rules);
  rules.finish?.(record);
  return { seen: 0, title: cells.text('title'), record };
}

function startOrder(cells: Cells, externalId: string, mapping: ColumnMapping, rules: OrderRules): OrderRecord {
  const status = cells.text('status', 120) ?? rules.status ?? 'new';
  const placedAt = readRequiredTime(cells);
  const order: OrderRecord = withoutEmpty({
    kind: 'order' as const,
    externalId,
    number: cells.text('number', 120),
    placedAt,
    status,
    statusGroup: mapping.statuses?.[status] ?? mapping.statuses?.[status.toLowerCase()] ?? statusGroupOf(status),
    currency: cells.currencyOf(),
    buyer: readBuyer(cells),
    lines: [],
    total: cells.minor('total'),
    delivery: readDelivery(cells),
    payments: readPayments(cells),
    acquiredFrom: cells.text('source', 120),
    comment: cells.text('comment', 5_000),
    changedAt: cells.time('changedAt'),
  });
  addDeliveryCharge(order, cells, rules);
  return order;
}

function startReturn(cells: Cells, externalId: string): ReturnRecord {
  return withoutEmpty({
    kind: 'return' as const,
    externalId,
    orderExternalId: cells.text('orderId', 200),
    returnedAt: readRequiredTime(cells),
    status: cells.text('status', 120),
    reason: cells.text('reason'),
    currency: cells.currencyOf(),
    buyer: readBuyer(cells),
    lines: [],
    changedAt: cells.time('changedAt'),
  });
}

function readRequiredTime(cells: Cells): string {
  const time = cells.time('placedAt');
  if (time === undefined) cells.fail('placedAt', 'missing');
  return time ?? '';
}

/** Adds the row's goods to its group; a problem in the row leaves the group as it was. */
export function addLine(group: OrderGroup, cells: Cells, rules: OrderRules): void {
  const line = readLine(cells);
  if (line === undefined || cells.problem) return;
  if (group.record.lines.length >= mostLines) {
    cells.fail('externalId', 'too_many_lines');
    return;
  }
  if (group.record.kind === 'return') makePositive(line);
  const kind = rules.lineKind?.(line, group.record.externalId);
  if (kind !== undefined && kind !== 'goods') line.kind = kind;
  group.record.lines.push(line);
}

/** Returns come as negative lines in some files; their records carry positive ones. */
function makePositive(line: OrderLine): void {
  if (line.quantity > 0 || line.total > 0) return;
  line.quantity = 0 - line.quantity;
  line.total = 0 - line.total;
}

/** An order that no row gave goods for still has its sum: one line holds it. */
export function finishGroup({ record, title }: OrderGroup): OrderRecord | ReturnRecord {
  if (record.kind === 'order' && record.total !== undefined && !record.lines.some((line) => line.kind !== 'delivery')) {
    const charged = record.lines.reduce((sum, line) => sum + line.total, 0);
    const rest = record.total - charged;
    record.lines.unshift({ name: title ?? record.number ?? record.externalId, quantity: 1, price: rest, total: rest });
  }
  return record;
}

function readDelivery(cells: Cells): OrderRecord['delivery'] {
  const delivery = withoutEmpty({
    method: cells.text('deliveryMethod'),
    scheme: cells.text('deliveryScheme', 20),
    city: cells.text('city'),
    region: cells.text('region'),
    address: cells.text('address', 1_000),
    trackNumber: cells.text('trackNumber', 120),
    warehouse: cells.text('warehouse', 120),
    promisedAt: cells.time('promisedAt'),
    shippedAt: cells.time('shippedAt'),
    deliveredAt: cells.time('deliveredAt'),
  });
  return Object.keys(delivery).length > 0 ? delivery : undefined;
}

function readPayments(cells: Cells): OrderRecord['payments'] {
  const amount = cells.minor('paid');
  const method = cells.text('paymentMethod', 120);
  if (amount === undefined || amount === 0) return undefined;
  return [withoutEmpty({ method: method ?? '', amount, paidAt: cells.time('paidAt') })];
}

function addDeliveryCharge(order: OrderRecord, cells: Cells, rules: OrderRules): void {
  const charge = cells.minor('deliveryCost');
  if (!charge) return;
  const name = cells.text('deliveryMethod') ?? rules.deliveryName;
  order.lines.push({ name, quantity: 1, price: charge, total: charge, kind: 'delivery' });
}
