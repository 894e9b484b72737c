/** Orders that wait for somebody: not yet taken into work, late, or flagged on arrival. */
import { sql } from 'kysely';
import type { Waiting } from '../../models/waiting.ts';
import type { Db } from '../../platform/postgres/database.ts';

export async function countWaiting(db: Db): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select 'new_orders' as kind, count(*)::int as count, min(placed_at) as "oldestAt" from orders.orders where status_group = 'new'
    union all
    select 'late_orders', count(*)::int, min(promised_at) from orders.orders
      where status_group in ('new', 'approval', 'assembly', 'delivery') and promised_at < now()
    union all
    select flag, count(*)::int, min(placed_at) from orders.orders, unnest(flags) as flag where flags <> '{}' and flag <> 'no_buyer' group by flag`.execute(
    db,
  );
  return rows;
}
