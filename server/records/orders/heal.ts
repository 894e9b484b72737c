/** Gives waiting lines their product when the catalogue learns it and takes it from them when the catalogue forgets it (SYN-8). */
import { type RawBuilder, sql } from 'kysely';
import type { RecordEvents } from '../../models/record-events.ts';
import { publish } from '../../platform/bus.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { onlyProduct } from './find.ts';

type Offers = RecordEvents['catalog.offers_added'];

/** How a channel names the goods of a line: by its own id, else by the seller's article. */
const calledIn = (lines: RawBuilder<unknown>) => sql`coalesce(${lines}.product_external_id, ${lines}.sku)`;

const l = sql`l`;

export async function healLines(tx: Db, { channelId, offers }: Offers): Promise<void> {
  const found = unnestOffers(offers);
  const named = sql`${calledIn(l)} = f.external_id and o.channel_id = ${channelId}`;
  await setProducts(tx, sql`f.product_id`, found, sql`l.product_id is null and ${named}`);
  // The seller's article means the same on every channel.
  if (offers.some(({ sku }) => sku !== null)) await setProducts(tx, sql`f.product_id`, found, sql`l.product_id is null and l.sku = f.sku`);
}

/** Lines that name the product by its article keep it. */
export async function forgetOffers(tx: Db, { channelId, offers }: Offers): Promise<void> {
  const named = sql`${calledIn(l)} = f.external_id and o.channel_id = ${channelId}`;
  await setProducts(tx, sql`null`, unnestOffers(offers), sql`l.product_id = f.product_id and ${named} and (l.sku = f.sku) is not true`);
}

export async function forgetProducts(tx: Db, { productIds }: RecordEvents['catalog.products_removed']): Promise<void> {
  await setProducts(tx, sql`null`, sql`unnest(${productIds}::bigint[]) as f(product_id)`, sql`l.product_id = f.product_id`);
}

const unnestOffers = (
  offers: Offers['offers'],
) => sql`unnest(${offers.map((o) => o.externalId)}::text[], ${offers.map((o) => o.sku)}::text[],
  ${offers.map((o) => o.productId)}::bigint[]) as f(external_id, sku, product_id)`;

/** @param which a condition on lines `l`, their order or return `o`, and `f` */
async function setProducts(tx: Db, product: RawBuilder<unknown>, f: RawBuilder<unknown>, which: RawBuilder<unknown>): Promise<void> {
  const sold = await sql<{ id: number }>`
    update orders.lines l set product_id = ${product} from ${f}, orders.orders o where o.id = l.order_id and ${which} returning o.id`.execute(
    tx,
  );
  const returned = await sql<{ id: number }>`
    update orders.return_lines l set product_id = ${product} from ${f}, orders.returns o where o.id = l.return_id and ${which} returning o.id`.execute(
    tx,
  );
  const orderIds = [...new Set(sold.rows.map(({ id }) => id))];
  await flagUnknown(tx, orderIds);
  await tellGoods(tx, orderIds);
  await noteChanges(tx, 'order', orderIds);
  await noteChanges(tx, 'return', [...new Set(returned.rows.map(({ id }) => id))]);
}

/** Sets the flag on orders that have something unknown, first as on arrival, and takes it off those that have nothing. */
export async function flagUnknown(tx: Db, orderIds: readonly number[]): Promise<void> {
  if (orderIds.length === 0) return;
  await sql`update orders.orders o set updated_at = now(),
      flags = case when u.unknown then array_prepend('unknown_product', o.flags) else array_remove(o.flags, 'unknown_product') end
    from (select x.id, exists (select from orders.lines l where l.order_id = x.id and l.kind = 'goods' and l.product_id is null
        and ${calledIn(l)} is not null) as unknown
      from unnest(${orderIds as number[]}::bigint[]) as x(id)) u
    where o.id = u.id and u.unknown <> ('unknown_product' = any(o.flags))`.execute(tx);
}

/** Tells what the orders consist of now to whoever speaks of an order's goods. */
export async function tellGoods(tx: Db, orderIds: readonly number[]): Promise<void> {
  if (orderIds.length === 0) return;
  const { rows } = await sql<{ orderId: number; onlyProductId: number | null }>`
    select o.id as "orderId", ${onlyProduct} as "onlyProductId" from orders.orders o where o.id = any(${orderIds as number[]})`.execute(tx);
  await publish(tx, 'orders.goods_changed', { orders: rows });
}
