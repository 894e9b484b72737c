/** Everything that is stored about one product. */
import { sql } from 'kysely';
import type { ProductCard } from '../../../contract/catalog.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { rowColumns, type StoredRow } from './list-store.ts';

export interface StoredCard extends StoredRow, Pick<ProductCard, 'url' | 'groupId' | 'attributes' | 'edited'> {
  createdAt: Date;
}

export async function findCard(db: Db, id: number): Promise<StoredCard | null> {
  const { rows } = await sql<StoredCard>`
    select ${rowColumns}, p.url, p.group_key as "groupId", p.attributes, p.edited, p.created_at as "createdAt"
    from catalog.products p left join catalog.categories c on c.id = p.category_id where p.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export type StoredOffer = Omit<ProductCard['offers'][number], 'prices'>;

export const offerColumns = sql`o.id, o.channel_id as "channelId", o.external_id as "externalId", o.name, o.currency, o.price,
  o.old_price as "oldPrice", o.url, o.active`;

export async function listOffers(db: Db, productId: number): Promise<StoredOffer[]> {
  const { rows } = await sql<StoredOffer>`
    select ${offerColumns} from catalog.offers o where o.product_id = ${productId} order by o.channel_id, o.id`.execute(db);
  return rows;
}

const lastPrices = 400;

export async function listPrices(db: Db, productId: number): Promise<Map<number, ProductCard['offers'][number]['prices']>> {
  const { rows } = await sql<{ offerId: number; at: Date; currency: string; price: number; oldPrice: number | null }>`
    select o.id as "offerId", h.at, h.currency, h.price, h.old_price as "oldPrice" from catalog.offers o
    cross join lateral (select * from catalog.prices p where p.offer_id = o.id order by p.at desc limit ${lastPrices}) h
    where o.product_id = ${productId} order by o.id, h.at desc`.execute(db);
  const byOffer = Map.groupBy(rows, ({ offerId }) => offerId);
  return new Map(
    [...byOffer].map(([id, prices]) => [
      id,
      prices.map(({ at, currency, price, oldPrice }) => ({ at: at.toISOString(), currency, price, oldPrice })),
    ]),
  );
}
