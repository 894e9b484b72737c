/** Goods that order lines speak of and the catalogue does not know (SYN-8): what to map next. */
import { sql } from 'kysely';
import type { UnknownProduct } from '../../../contract/orders.ts';
import type { Db } from '../../platform/postgres/database.ts';

export async function listUnknownProducts(db: Db, channels: readonly number[] | undefined, limit: number): Promise<UnknownProduct[]> {
  const { rows } = await sql<Omit<UnknownProduct, 'quantity' | 'lastOrderAt'> & { quantity: string; lastOrderAt: Date }>`
    select o.channel_id as "channelId", coalesce(l.product_external_id, l.sku) as "externalId",
      (array_agg(l.name order by o.placed_at desc, o.id desc))[1] as name, count(distinct o.id) as orders, count(*) as lines, sum(l.quantity) as quantity,
      max(o.placed_at) as "lastOrderAt"
    from orders.lines l join orders.orders o on o.id = l.order_id
    where l.product_id is null and coalesce(l.product_external_id, l.sku) is not null and l.kind = 'goods'
      and ${channels ? sql`o.channel_id = any(${channels as number[]})` : sql`true`}
    group by 1, 2 order by orders desc, lines desc, 1, 2 limit ${limit}`.execute(db);
  return rows.map(({ quantity, lastOrderAt, ...row }) => ({ ...row, quantity: Number(quantity), lastOrderAt: lastOrderAt.toISOString() }));
}
