/** Adds offers that a channel has not told before, each to its product. */
import { publish } from '../../platform/bus.ts';
import type { Journal } from '../../platform/journal.ts';
import { copyRows, type Db } from '../../platform/postgres/database.ts';
import { takeIds } from '../../platform/postgres/ids.ts';
import { categoryOf } from './categories.ts';
import { productsBySku } from './find.ts';
import type { Incoming } from './incoming.ts';
import { productSearch } from './search.ts';

/** @returns products that were there before or got more than one offer, so that what finds them must be made anew */
export async function addOffers(
  tx: Db,
  channelId: number,
  fresh: Incoming[],
  categories: Map<string, number>,
  journal: Journal,
): Promise<number[]> {
  const joined = await giveProducts(tx, fresh, categories, journal);
  const ids = await takeIds(tx, 'catalog.offers', fresh.length);
  fresh.forEach((item, index) => {
    item.offerId = ids[index] as number;
  });
  await copyRows(
    tx,
    'catalog.offers',
    [
      'id',
      'channel_id',
      'external_id',
      'product_id',
      'name',
      'currency',
      'price',
      'old_price',
      'url',
      'active',
      'source_hash',
      'source_changed_at',
    ],
    fresh.map(({ record, hash, offerId, productId }) => [
      offerId,
      channelId,
      record.externalId,
      productId,
      record.name,
      record.currency,
      record.price,
      record.oldPrice,
      record.url,
      record.active ?? true,
      hash,
      record.changedAt,
    ]),
  );
  journal.created('offer', ids);
  const offers = fresh.map(({ record, productId }) => ({
    externalId: record.externalId,
    sku: record.sku ?? null,
    productId: productId as number,
  }));
  await publish(tx, 'catalog.offers_added', { channelId, offers });
  return joined;
}

/** A new offer belongs to the product with its SKU, also to one made earlier in this batch; otherwise it brings a product of its own. */
async function giveProducts(tx: Db, fresh: Incoming[], categories: Map<string, number>, journal: Journal): Promise<number[]> {
  const bySku = await productsBySku(
    tx,
    fresh.flatMap(({ record }) => record.sku ?? []),
  );
  const ids = await takeIds(tx, 'catalog.products', fresh.filter(({ record }) => !record.sku || !bySku.has(record.sku)).length);
  const made: Incoming[] = [];
  const joined: number[] = [];
  for (const item of fresh) {
    const known = item.record.sku ? bySku.get(item.record.sku) : undefined;
    item.productId = known ?? (ids[made.length] as number);
    if (known === undefined) made.push(item);
    else joined.push(known);
    if (item.record.sku) bySku.set(item.record.sku, item.productId);
  }
  await copyRows(
    tx,
    'catalog.products',
    ['id', ...productColumns],
    made.map((item) => [item.productId, ...productValues(item, categories)]),
  );
  journal.created(
    'product',
    made.map(({ productId }) => productId as number),
  );
  return joined;
}

const productColumns = [
  'sku',
  'name',
  'brand',
  'category_id',
  'barcode',
  'image_url',
  'url',
  'group_key',
  'attributes',
  'currency',
  'cost',
  'active',
  'price',
  'price_currency',
  'search',
] as const;

function productValues({ record }: Incoming, categories: Map<string, number>) {
  const active = record.active ?? true;
  const price = active ? record.price : undefined;
  return [
    record.sku,
    record.name,
    record.brand,
    categoryOf(record, categories),
    record.barcode,
    record.imageUrl,
    record.url,
    record.groupId,
    record.attributes ?? {},
    record.currency,
    record.cost,
    active,
    price,
    price === undefined ? undefined : record.currency,
    productSearch(record, [record.externalId]),
  ];
}
