/** Lines, payments and history of orders, written in bulk. */
import { sql } from 'kysely';
import { copyRows, type Db } from '../../platform/postgres/database.ts';
import type { PreparedOrder } from './prepared-order.ts';

export async function copyLines(tx: Db, orders: readonly PreparedOrder[]): Promise<void> {
  await copyRows(
    tx,
    'orders.lines',
    [
      'order_id',
      'line_no',
      'kind',
      'external_id',
      'product_external_id',
      'sku',
      'product_id',
      'name',
      'quantity',
      'price',
      'discount',
      'total',
      'cost',
      'commission',
      'logistics',
    ],
    orders.flatMap(({ id, record, links }) =>
      record.lines.map((line, index) => [
        id,
        index + 1,
        line.kind ?? 'goods',
        line.externalId,
        line.productExternalId,
        line.sku,
        links.productOf(line),
        line.name,
        line.quantity,
        line.price,
        line.discount ?? 0,
        line.total,
        line.cost,
        line.commission,
        line.logistics,
      ]),
    ),
  );
}

export async function copyPayments(tx: Db, orders: readonly PreparedOrder[]): Promise<void> {
  await copyRows(
    tx,
    'orders.payments',
    ['order_id', 'payment_no', 'external_id', 'method', 'amount', 'paid_at'],
    orders.flatMap(({ id, record }) =>
      (record.payments ?? []).map((payment, index) => [id, index + 1, payment.externalId, payment.method, payment.amount, payment.paidAt]),
    ),
  );
}

/** The source's own history where it gives one; else the present status, when it is new to us. */
export async function copyHistory(tx: Db, orders: readonly PreparedOrder[]): Promise<void> {
  await copyRows(
    tx,
    'orders.history',
    ['order_id', 'at', 'kind', 'status', 'status_group', 'author_kind'],
    orders.flatMap(({ id, record, known, statusGroup }) => {
      if (record.history)
        return record.history.map((entry) => [id, entry.at, 'status', entry.status, entry.statusGroup ?? statusGroup, 'channel']);
      if (known?.sourceStatus === record.status) return [];
      return [[id, known ? (record.changedAt ?? new Date()) : record.placedAt, 'status', record.status, statusGroup, 'channel']];
    }),
  );
}

/**
 * Makes room for the new version: everything the channel tells, but not what people wrote.
 * @param withHistory those whose history the channel tells anew from the beginning
 */
export async function deleteParts(tx: Db, ids: readonly number[], withHistory: readonly number[]): Promise<void> {
  const which = ids as number[];
  await sql`delete from orders.lines where order_id = any(${which})`.execute(tx);
  await sql`delete from orders.payments where order_id = any(${which})`.execute(tx);
  await sql`delete from orders.history where order_id = any(${withHistory as number[]}) and author_kind = 'channel'`.execute(tx);
}
