/** Keeps how much each customer bought beside the customer, so that lists of a million sort by it from an index. */
import { sql } from 'kysely';
import type { CustomerTotals } from '../../models/record-events.ts';
import type { Db } from '../../platform/postgres/database.ts';

export async function setTotals(tx: Db, totals: readonly CustomerTotals[]): Promise<void> {
  if (totals.length === 0) return;
  await sql`update customers.totals t set orders_count = r.count, spent_base = r.spent,
      first_order_at = coalesce(r.first, '-infinity'), last_order_at = coalesce(r.last, '-infinity')
    from unnest(${totals.map((t) => t.customerId)}::bigint[], ${totals.map((t) => t.ordersCount)}::int[], ${totals.map((t) => t.spentBase)}::bigint[],
      ${totals.map((t) => t.firstOrderAt)}::timestamptz[], ${totals.map((t) => t.lastOrderAt)}::timestamptz[]) as r(id, count, spent, first, last)
    where t.customer_id = r.id and (t.orders_count, t.spent_base, t.first_order_at, t.last_order_at)
      is distinct from (r.count, r.spent, coalesce(r.first, '-infinity'), coalesce(r.last, '-infinity'))`.execute(tx);
}
