/** The card of a product: offers with their prices, and sales from the facts. */
import type { ProductCard } from '../../../contract/catalog.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { findCard, listOffers, listPrices } from './card-store.ts';
import { shownRow } from './list-store.ts';
import { salesOf } from './warehouse.ts';

/** @throws Problem `not-found` */
export async function readCard({ db: { db }, warehouse }: Platform, id: number): Promise<ProductCard> {
  const stored = await findCard(db, id);
  if (!stored) throw notFound('product', id);
  const [offers, prices, sales] = await Promise.all([listOffers(db, id), listPrices(db, id), salesOf(warehouse, id, new Date())]);
  const { url, groupId, attributes, edited, createdAt, ...row } = stored;
  const { channels: _, ...shown } = shownRow(row);
  return {
    ...shown,
    url,
    groupId,
    attributes,
    edited,
    sales,
    offers: offers.map((offer) => ({ ...offer, prices: prices.get(offer.id) ?? [] })),
    createdAt: createdAt.toISOString(),
  };
}
