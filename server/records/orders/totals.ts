/** Sums what customers bought and tells whoever keeps it. */
import { sql } from 'kysely';
import type { CustomerTotals } from '../../models/record-events.ts';
import { publish } from '../../platform/bus.ts';
import type { Db } from '../../platform/postgres/database.ts';

/** Cancelled orders do not count; returns are subtracted whether or not their sale is known. Costs one index range per customer. */
export async function tellTotals(tx: Db, customerIds: readonly number[]): Promise<void> {
  if (customerIds.length === 0) return;
  // Two who change different orders of one customer would each sum without the other's change, and the later would win.
  await sql`select pg_advisory_xact_lock(hashtext('orders.totals'))`.execute(tx);
  const { rows } = await sql<CustomerTotals>`
    select c.id as "customerId", coalesce(o.count, 0)::int as "ordersCount", (coalesce(o.spent, 0) + coalesce(r.returned, 0))::bigint as "spentBase",
      o.first::text as "firstOrderAt", o.last::text as "lastOrderAt"
    from unnest(${customerIds as number[]}::bigint[]) as c(id)
    left join (
      select customer_id, count(*) as count, sum(total_base) as spent, min(placed_at) as first, max(placed_at) as last
      from orders.orders where customer_id = any(${customerIds as number[]}) and status_group <> 'cancelled' group by 1) o on o.customer_id = c.id
    left join (select customer_id, sum(total_base) as returned from orders.returns where customer_id = any(${customerIds as number[]}) group by 1) r
      on r.customer_id = c.id`.execute(tx);
  await publish(tx, 'orders.totals_changed', { totals: rows });
}

/** Follows a merge or its undoing. */
export async function moveToOwner(
  tx: Db,
  event: { buyerIds: number[]; customerId: number; formerCustomerId: number },
): Promise<{ orderIds: number[]; returnIds: number[] }> {
  const orders = await sql<{ id: number }>`update orders.orders set customer_id = ${event.customerId}, updated_at = now()
    where buyer_id = any(${event.buyerIds}) returning id`.execute(tx);
  const returns = await sql<{ id: number }>`update orders.returns set customer_id = ${event.customerId}, updated_at = now()
    where buyer_id = any(${event.buyerIds}) returning id`.execute(tx);
  await tellTotals(tx, [event.customerId, event.formerCustomerId]);
  return { orderIds: orders.rows.map(({ id }) => id), returnIds: returns.rows.map(({ id }) => id) };
}
