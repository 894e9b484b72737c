/** Goods that ran out. */
import { sql } from 'kysely';
import type { Waiting } from '../../models/waiting.ts';
import type { Db } from '../../platform/postgres/database.ts';

export async function countOutOfStock(db: Db): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select 'out_of_stock' as kind, count(*)::int as count, min(since) as "oldestAt" from (
    select product_id, max(updated_at) as since from stock.levels where product_id is not null group by product_id having sum(quantity) <= 0) gone`.execute(
    db,
  );
  return rows;
}
