/** Looks orders up by the channel's own numbers, for what refers to them. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

export interface FoundOrder {
  id: number;
  buyerId: number | null;
  customerId: number | null;
  /** The product, where the order has only one. */
  onlyProductId: number | null;
}

export async function findOrders(db: Db, channelId: number, externalIds: readonly string[]): Promise<Map<string, FoundOrder>> {
  if (externalIds.length === 0) return new Map();
  const { rows } = await sql<FoundOrder & { externalId: string }>`
    select o.id, o.external_id as "externalId", o.buyer_id as "buyerId", o.customer_id as "customerId",
      (select case when count(distinct l.product_id) = 1 then min(l.product_id) end from orders.lines l where l.order_id = o.id and l.kind = 'goods') as "onlyProductId"
    from orders.orders o where o.channel_id = ${channelId} and o.external_id = any(${externalIds as string[]})`.execute(db);
  return new Map(rows.map((row) => [row.externalId, row]));
}
