/** Gives levels their product when the catalogue learns it and takes it from them when the catalogue forgets it (SYN-8). */
import { type RawBuilder, sql } from 'kysely';
import type { RecordEvents } from '../../models/record-events.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { tellStock } from './totals.ts';

type Offers = RecordEvents['catalog.offers_added'];

export async function healLevels(tx: Db, { channelId, offers }: Offers): Promise<void> {
  await setProducts(tx, sql`f.product_id`, channelId, offers, sql`l.product_id is null`);
  await tellStock(
    tx,
    offers.map(({ productId }) => productId),
  );
}

export async function forgetOffers(tx: Db, { channelId, offers }: Offers): Promise<void> {
  await setProducts(tx, sql`null`, channelId, offers, sql`l.product_id = f.product_id`);
  await tellStock(
    tx,
    offers.map(({ productId }) => productId),
  );
}

export async function forgetProducts(tx: Db, { productIds }: RecordEvents['catalog.products_removed']): Promise<void> {
  await sql`update stock.levels set product_id = null where product_id = any(${productIds})`.execute(tx);
}

async function setProducts(
  tx: Db,
  product: RawBuilder<unknown>,
  channelId: number,
  offers: Offers['offers'],
  which: RawBuilder<unknown>,
): Promise<void> {
  await sql`update stock.levels l set product_id = ${product}
    from unnest(${offers.map((o) => o.externalId)}::text[], ${offers.map((o) => o.productId)}::bigint[]) as f(external_id, product_id)
    where l.channel_id = ${channelId} and l.product_external_id = f.external_id and ${which}`.execute(tx);
}
