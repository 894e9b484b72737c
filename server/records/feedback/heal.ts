/** Ties reviews to what they speak of when it arrives, and unties them when it goes (SYN-8). */
import { sql } from 'kysely';
import type { RecordEvents } from '../../models/record-events.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { ReviewLinks } from './save.ts';

type Event<Name extends keyof RecordEvents> = RecordEvents[Name];

export interface WaitingReview {
  id: number;
  orderExternalId: string | undefined;
  productExternalId: string | undefined;
  customerExternalId: string | undefined;
}

/** Reviews of a channel that name one of these orders or accounts and are not tied to it. */
export async function findWaitingReviews(
  tx: Db,
  channelId: number,
  orders: readonly string[],
  accounts: readonly string[],
): Promise<WaitingReview[]> {
  const columns = sql`id, order_external_id as "orderExternalId", product_external_id as "productExternalId", customer_external_id as "customerExternalId"`;
  const { rows } = await sql<{ [Key in keyof WaitingReview]: WaitingReview[Key] | null }>`
    select ${columns} from feedback.reviews where channel_id = ${channelId} and order_id is null and order_external_id = any(${orders as string[]})
    union
    select ${columns} from feedback.reviews
    where channel_id = ${channelId} and buyer_id is null and customer_external_id = any(${accounts as string[]})`.execute(tx);
  return rows.map((row) => ({
    id: row.id as number,
    orderExternalId: row.orderExternalId ?? undefined,
    productExternalId: row.productExternalId ?? undefined,
    customerExternalId: row.customerExternalId ?? undefined,
  }));
}

/** What is tied already stays. */
export async function fillReviews(tx: Db, found: readonly (ReviewLinks & { id: number })[]): Promise<void> {
  const rows = found.map((link) => ({
    id: link.id,
    order_id: link.orderId,
    product_id: link.productId,
    buyer_id: link.buyerId,
    customer_id: link.customerId,
  }));
  await sql`update feedback.reviews v set order_id = coalesce(v.order_id, r.order_id), product_id = coalesce(v.product_id, r.product_id),
      customer_id = case when v.buyer_id is null then r.customer_id else v.customer_id end, buyer_id = coalesce(v.buyer_id, r.buyer_id), updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, order_id bigint, product_id bigint, buyer_id bigint, customer_id bigint)
    where v.id = r.id`.execute(tx);
}

export async function healProducts(tx: Db, { channelId, offers }: Event<'catalog.offers_added'>): Promise<void> {
  await sql`update feedback.reviews v set product_id = f.product_id from ${unnestOffers(offers)}
    where v.channel_id = ${channelId} and v.product_external_id = f.external_id and v.product_id is null`.execute(tx);
}

export async function forgetOffers(tx: Db, { channelId, offers }: Event<'catalog.offers_removed'>): Promise<void> {
  await sql`update feedback.reviews v set product_id = null from ${unnestOffers(offers)}
    where v.channel_id = ${channelId} and v.product_external_id = f.external_id and v.product_id = f.product_id`.execute(tx);
}

export async function forgetProducts(tx: Db, { productIds }: Event<'catalog.products_removed'>): Promise<void> {
  await sql`update feedback.reviews set product_id = null where product_id = any(${productIds})`.execute(tx);
}

/** A review that names no product speaks of the order's, where that is one. */
export async function followGoods(tx: Db, { orders }: Event<'orders.goods_changed'>): Promise<void> {
  await sql`update feedback.reviews v set product_id = r.product_id
    from unnest(${orders.map(({ orderId }) => orderId)}::bigint[], ${orders.map(({ onlyProductId }) => onlyProductId)}::bigint[]) as r(order_id, product_id)
    where v.order_id = r.order_id and v.product_external_id is null and v.product_id is distinct from r.product_id`.execute(tx);
}

/** What was known only through the order is unknown again. */
export async function forgetOrders(tx: Db, { orderIds }: Event<'orders.removed'>): Promise<void> {
  await sql`update feedback.reviews set order_id = null, product_id = case when product_external_id is not null then product_id end,
      buyer_id = case when customer_external_id is not null then buyer_id end, customer_id = case when customer_external_id is not null then customer_id end
    where order_id = any(${orderIds})`.execute(tx);
}

export async function forgetAccounts(tx: Db, { channelId, accounts }: Event<'customers.accounts_removed'>): Promise<void> {
  await sql`update feedback.reviews set buyer_id = null, customer_id = null
    where channel_id = ${channelId} and customer_external_id = any(${accounts}) and buyer_id is not null`.execute(tx);
}

export async function moveToOwner(tx: Db, { buyerIds, customerId }: Event<'customers.owner_changed'>): Promise<void> {
  await sql`update feedback.reviews set customer_id = ${customerId} where buyer_id = any(${buyerIds})`.execute(tx);
}

const unnestOffers = (offers: Event<'catalog.offers_added'>['offers']) =>
  sql`unnest(${offers.map((o) => o.externalId)}::text[], ${offers.map((o) => o.productId)}::bigint[]) as f(external_id, product_id)`;
