/** Kinds of which every row is one record: products, stock and reviews. */
import type { ProductRecord, ReviewRecord, StockRecord } from '../../../../contract/records.ts';
import type { Cells } from './cells.ts';
import { readFlag, withoutEmpty } from './person.ts';

/** Stock that the file gives without naming a warehouse. */
export const onlyWarehouse = 'main';

export function readProduct(cells: Cells): ProductRecord {
  const sku = cells.text('sku', 120);
  const barcode = cells.text('barcode', 60);
  const externalId = cells.text('externalId', 200) ?? sku ?? barcode;
  if (externalId === undefined) cells.fail('externalId', 'no_identity');
  const quantity = cells.number('stock');
  return withoutEmpty({
    kind: 'product' as const,
    externalId: externalId ?? '',
    sku,
    name: cells.required('name', 500),
    brand: cells.text('brand'),
    category: cells.list('category', /\s*(?:[/>|]|→)\s*/)?.slice(0, 10),
    barcode,
    imageUrl: cells.text('imageUrl', 1000),
    url: cells.text('url', 1000),
    groupId: cells.text('groupId', 120),
    currency: cells.has('price') ? cells.currencyOf() : undefined,
    price: cells.minor('price'),
    oldPrice: cells.minor('oldPrice'),
    cost: cells.minor('cost'),
    active: readFlag(cells, 'active'),
    stock: quantity === undefined ? undefined : { [cells.text('warehouse', 120) ?? onlyWarehouse]: quantity },
    changedAt: cells.time('changedAt'),
  });
}

export function readStock(cells: Cells): StockRecord {
  const product = cells.text('externalId', 200) ?? cells.text('sku', 120);
  if (product === undefined) cells.fail('externalId', 'no_identity');
  const quantity = cells.number('stock');
  if (quantity === undefined) cells.fail('stock', 'missing');
  return withoutEmpty({
    kind: 'stock' as const,
    productExternalId: product ?? '',
    warehouse: cells.text('warehouse', 120) ?? onlyWarehouse,
    quantity: quantity ?? 0,
    reserved: cells.number('reserved'),
    changedAt: cells.time('changedAt'),
  });
}

export function readReview(cells: Cells): ReviewRecord {
  const order = cells.text('orderId', 200);
  const product = cells.text('productId', 200);
  const createdAt = cells.time('createdAt');
  if (createdAt === undefined) cells.fail('createdAt', 'missing');
  const externalId = cells.text('externalId', 200) ?? [order, product, createdAt].filter((part) => part !== undefined).join(':');
  return withoutEmpty({
    kind: 'review' as const,
    externalId,
    orderExternalId: order,
    productExternalId: product,
    customerExternalId: cells.text('buyerId', 200),
    rating: readRating(cells),
    title: cells.text('reviewTitle'),
    text: cells.text('text', 20_000),
    createdAt: createdAt ?? '',
    answer: cells.text('answer', 20_000),
    answeredAt: cells.time('answeredAt'),
    changedAt: cells.time('changedAt'),
  });
}

function readRating(cells: Cells): number | undefined {
  const rating = cells.number('rating');
  if (rating === undefined) return undefined;
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) cells.fail('rating', 'not_a_rating');
  return rating;
}
