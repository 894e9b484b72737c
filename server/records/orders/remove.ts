/** Takes orders and returns out of the house, as an undone import asks; what referred to them waits for them again. */
import { sql } from 'kysely';
import { publish } from '../../platform/bus.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { sumReturns } from './returns.ts';
import { tellTotals } from './totals.ts';

export async function removeOrders(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const freed = await sql<{ id: number }>`
    update orders.return_lines set order_id = null, order_line_no = null, link_reason = null where order_id = any(${ids as number[]})
    returning return_id as id`.execute(tx);
  const gone = await sql<{ id: number; customerId: number | null }>`
    delete from orders.orders where id = any(${ids as number[]}) returning id, customer_id as "customerId"`.execute(tx);
  await removeParts(
    tx,
    gone.rows.map(({ id }) => id),
  );
  await publish(tx, 'orders.removed', { orderIds: gone.rows.map(({ id }) => id) });
  await noteChanges(
    tx,
    'order',
    gone.rows.map(({ id }) => id),
  );
  await noteChanges(tx, 'return', distinct(freed.rows.map(({ id }) => id)));
  await tellTotals(tx, distinct(gone.rows.map(({ customerId }) => customerId)));
}

async function removeParts(tx: Db, orderIds: number[]): Promise<void> {
  for (const part of ['orders.lines', 'orders.payments', 'orders.history']) {
    await sql`delete from ${sql.table(part)} where order_id = any(${orderIds})`.execute(tx);
  }
}

export async function removeReturns(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows: sales } = await sql<{ id: number }>`
    select distinct order_id as id from orders.return_lines where return_id = any(${ids as number[]}) and order_id is not null`.execute(tx);
  const gone = await sql<{ id: number; customerId: number | null }>`
    delete from orders.returns where id = any(${ids as number[]}) returning id, customer_id as "customerId"`.execute(tx);
  await sql`delete from orders.return_lines where return_id = any(${ids as number[]})`.execute(tx);
  await sumReturns(
    tx,
    sales.map(({ id }) => id),
  );
  await noteChanges(
    tx,
    'return',
    gone.rows.map(({ id }) => id),
  );
  await tellTotals(tx, distinct(gone.rows.map(({ customerId }) => customerId)));
}

const distinct = (ids: readonly (number | null)[]) => [...new Set(ids.filter((id) => id !== null))];
