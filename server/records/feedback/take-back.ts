/** Takes reviews back as an undone import asks, and looks them up. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';
import type { StoredRow } from '../../platform/postgres/restore-rows.ts';

const kept = [
  'rating',
  'title',
  'text',
  'answered_at',
  'answer',
  'source_hash',
  'source_changed_at',
  'order_external_id',
  'product_external_id',
  'customer_external_id',
];

/** What a restored review speaks of is not named where it is gone meanwhile; a merge since stays. */
export async function takeBackReviews(tx: Db, created: readonly number[], replaced: readonly StoredRow[]): Promise<void> {
  await sql`delete from feedback.reviews where id = any(${created as number[]})`.execute(tx);
  await sql`update feedback.reviews v set ${sql.join(kept.map((column) => sql`${sql.ref(column)} = k.${sql.ref(column)}`))},
      order_id = (select o.id from orders.names o where o.id = k.order_id), product_id = (select p.id from catalog.names p where p.id = k.product_id),
      buyer_id = k.buyer_id, customer_id = case when v.buyer_id = k.buyer_id then v.customer_id else k.customer_id end, updated_at = now()
    from jsonb_populate_recordset(null::feedback.reviews, ${JSON.stringify(replaced)}::jsonb) k where v.id = k.id`.execute(tx);
}

/** Ids of reviews by the channel's own. */
export async function findReviews(db: Db, channelId: number, externalIds: readonly string[]): Promise<Map<string, number>> {
  if (externalIds.length === 0) return new Map();
  const { rows } = await sql<{ id: number; externalId: string }>`
    select id, external_id as "externalId" from feedback.reviews where channel_id = ${channelId} and external_id = any(${externalIds as string[]})`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.externalId, row.id]));
}
