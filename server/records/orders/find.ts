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

/** Of an order `o`. */
export const onlyProduct = sql<
  number | null
>`(select case when count(distinct l.product_id) = 1 and count(*) = count(l.product_id) then min(l.product_id) end
  from orders.lines l where l.order_id = o.id and l.kind = 'goods')`;

export async function findOrders(db: Db, channelId: number, externalIds: readonly string[]): Promise<Map<string, FoundOrder>> {
  if (externalIds.length === 0) return new Map();
  const { rows } = await sql<FoundOrder & { externalId: string }>`
    select o.id, o.external_id as "externalId", o.buyer_id as "buyerId", o.customer_id as "customerId",
      ${onlyProduct} as "onlyProductId"
    from orders.orders o where o.channel_id = ${channelId} and o.external_id = any(${externalIds as string[]})`.execute(db);
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** Ids of returns by the channel's own numbers. */
export async function findReturns(db: Db, channelId: number, externalIds: readonly string[]): Promise<Map<string, number>> {
  if (externalIds.length === 0) return new Map();
  const { rows } = await sql<{ id: number; externalId: string }>`
    select id, external_id as "externalId" from orders.returns where channel_id = ${channelId} and external_id = any(${externalIds as string[]})`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.externalId, row.id]));
}

/** How many customers ordered or returned something on a channel. */
export async function countBuyers(db: Db, channelId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select customer_id from orders.orders where channel_id = ${channelId} and customer_id is not null
      union select customer_id from orders.returns where channel_id = ${channelId} and customer_id is not null) buyers`.execute(db);
  return rows[0]?.count ?? 0;
}
