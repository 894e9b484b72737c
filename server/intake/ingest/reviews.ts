/** Ties reviews to what they speak of: when they arrive, or when that does (SYN-8, COL-5). */
import type { OrderRecord, ReviewRecord } from '../../../contract/records.ts';
import type { SaveCounts } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { findProducts } from '../../records/catalog/index.ts';
import { findAccounts } from '../../records/customers/index.ts';
import { fillReviews, findWaitingReviews, type ReviewLinks, saveReviews } from '../../records/feedback/index.ts';
import { findOrders } from '../../records/orders/index.ts';
import { distinct } from './distinct.ts';

type References = Pick<ReviewRecord, 'orderExternalId' | 'productExternalId' | 'customerExternalId'>;

export async function ingestReviews(tx: Db, channelId: number, records: readonly ReviewRecord[], journal: Journal): Promise<SaveCounts> {
  return saveReviews(tx, channelId, records, await findLinks(tx, channelId, records), journal);
}

/** Reviews that came before the orders and accounts of this batch. */
export async function linkWaitingReviews(
  tx: Db,
  channelId: number,
  orders: readonly OrderRecord[],
  accounts: readonly (string | undefined)[],
): Promise<void> {
  const waiting = await findWaitingReviews(
    tx,
    channelId,
    orders.map(({ externalId }) => externalId),
    distinct(accounts),
  );
  if (waiting.length === 0) return;
  const linksOf = await findLinks(tx, channelId, waiting);
  await fillReviews(
    tx,
    waiting.map((review) => ({ id: review.id, ...linksOf(review) })),
  );
}

/** What a review does not name itself is its order's. */
async function findLinks(tx: Db, channelId: number, reviews: readonly References[]): Promise<(review: References) => ReviewLinks> {
  const orders = await findOrders(tx, channelId, distinct(reviews.map((review) => review.orderExternalId)));
  const products = await findProducts(tx, channelId, distinct(reviews.map((review) => review.productExternalId)), []);
  const accounts = await findAccounts(tx, channelId, distinct(reviews.map((review) => review.customerExternalId)));
  return ({ orderExternalId, productExternalId, customerExternalId }) => {
    const order = orders.get(orderExternalId ?? '');
    const buyer = customerExternalId === undefined ? order : accounts.get(customerExternalId);
    return {
      orderId: order?.id ?? null,
      productId: (productExternalId === undefined ? order?.onlyProductId : products.byExternalId.get(productExternalId)) ?? null,
      buyerId: buyer?.buyerId ?? null,
      customerId: buyer?.customerId ?? null,
    };
  };
}
