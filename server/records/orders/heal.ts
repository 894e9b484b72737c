/** Gives waiting lines their product when the catalogue learns it, and takes the flag off orders that have nothing unknown left (SYN-8). */
import { sql } from 'kysely';
import type { RecordEvents } from '../../models/record-events.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';

export async function healLines(tx: Db, { channelId, offers }: RecordEvents['catalog.offers_added']): Promise<void> {
  const found = sql`unnest(${offers.map((o) => o.externalId)}::text[], ${offers.map((o) => o.sku)}::text[], ${offers.map((o) => o.productId)}::bigint[])
    as f(external_id, sku, product_id)`;
  const { rows } = await sql<{ orderId: number }>`
    update orders.lines l set product_id = f.product_id from ${found}, orders.orders o
    where l.product_id is null and l.product_external_id = f.external_id and o.id = l.order_id and o.channel_id = ${channelId}
    returning l.order_id as "orderId"`.execute(tx);
  const returned = await sql<{ returnId: number }>`
    update orders.return_lines l set product_id = f.product_id from ${found}, orders.returns r
    where l.product_id is null and l.product_external_id = f.external_id and r.id = l.return_id and r.channel_id = ${channelId}
    returning l.return_id as "returnId"`.execute(tx);
  const orderIds = [...new Set(rows.map(({ orderId }) => orderId))];
  if (orderIds.length > 0) await unflag(tx, orderIds);
  await noteChanges(tx, 'order', orderIds);
  await noteChanges(tx, 'return', [...new Set(returned.rows.map(({ returnId }) => returnId))]);
}

async function unflag(tx: Db, orderIds: readonly number[]): Promise<void> {
  await sql`update orders.orders o set flags = array_remove(flags, 'unknown_product'), updated_at = now()
    where id = any(${orderIds as number[]}) and 'unknown_product' = any(flags) and not exists (
      select from orders.lines l where l.order_id = o.id and l.kind = 'goods' and l.product_id is null
        and coalesce(l.product_external_id, l.sku) is not null)`.execute(tx);
}
