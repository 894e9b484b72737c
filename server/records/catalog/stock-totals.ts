/** Keeps what is free of each product beside it, so that lists sort and filter by it. */
import { sql } from 'kysely';
import type { RecordEvents } from '../../models/record-events.ts';
import type { Db } from '../../platform/postgres/database.ts';

export async function setStock(tx: Db, { totals }: RecordEvents['stock.totals_changed']): Promise<void> {
  await sql`update catalog.products p set stock = r.quantity
    from unnest(${totals.map(({ productId }) => productId)}::bigint[], ${totals.map(({ quantity }) => quantity)}::numeric[]) as r(id, quantity)
    where p.id = r.id and p.stock is distinct from r.quantity`.execute(tx);
}
