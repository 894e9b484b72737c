/** Takes orders and returns back as an undone import asks: what it made goes, what it replaced is as it was. */
import { sql } from 'kysely';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { restoreParts, restoreRows, type StoredRow } from '../../platform/postgres/restore-rows.ts';
import { sumReturns } from './returns.ts';
import { tellTotals } from './totals.ts';

export interface TakenBack {
  created: readonly number[];
  /** Rows as they were, with their parts. */
  replaced: readonly StoredRow[];
}

/** The history of an order is a log and stays. */
export async function takeBackOrders(tx: Db, { created, replaced }: TakenBack): Promise<void> {
  const ids = [...created, ...replaced.map(({ id }) => id)];
  const buyers = await customersOf(tx, 'orders.orders', ids);
  await sql`update orders.return_lines set order_id = null, order_line_no = null, link_reason = null where order_id = any(${created as number[]})`.execute(tx);
  await sql`delete from orders.orders where id = any(${created as number[]})`.execute(tx);
  await restoreRows(tx, 'orders.orders', replaced, ['lines', 'payments', 'history']);
  await restoreParts(tx, replaced, { lines: 'orders.lines', payments: 'orders.payments' }, 'order_id');
  await sumReturns(tx, replaced.map(({ id }) => id));
  await noteChanges(tx, 'order', ids);
  await tellTotals(tx, [...new Set([...buyers, ...(await customersOf(tx, 'orders.orders', ids))])]);
}

export async function takeBackReturns(tx: Db, { created, replaced }: TakenBack): Promise<void> {
  const ids = [...created, ...replaced.map(({ id }) => id)];
  const buyers = await customersOf(tx, 'orders.returns', ids);
  const { rows } = await sql<{ orderId: number }>`
    select distinct order_id as "orderId" from orders.return_lines where return_id = any(${ids}) and order_id is not null`.execute(tx);
  await sql`delete from orders.returns where id = any(${created as number[]})`.execute(tx);
  await restoreRows(tx, 'orders.returns', replaced, ['lines']);
  await restoreParts(tx, replaced, { lines: 'orders.return_lines' }, 'return_id');
  await sumReturns(tx, rows.map(({ orderId }) => orderId));
  await noteChanges(tx, 'return', ids);
  await tellTotals(tx, buyers);
}

async function customersOf(tx: Db, table: 'orders.orders' | 'orders.returns', ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct customer_id as id from ${sql.table(table)} where id = any(${ids as number[]}) and customer_id is not null`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Those of the customers who bought or returned anything. */
export async function customersInUse(tx: Db, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select u.id from unnest(${ids as number[]}::bigint[]) as u(id)
    where exists (select from orders.orders o where o.customer_id = u.id or o.buyer_id = u.id)
      or exists (select from orders.returns r where r.customer_id = u.id)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Those of the products that anyone bought or returned. */
export async function productsInUse(tx: Db, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select u.id from unnest(${ids as number[]}::bigint[]) as u(id)
    where exists (select from orders.lines l where l.product_id = u.id) or exists (select from orders.return_lines l where l.product_id = u.id)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
