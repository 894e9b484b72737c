/** Stores goods as channels describe them: one product, an offer on each channel, joined by the seller's article (SKU). */
import { sql } from 'kysely';
import type { ProductRecord } from '../../../contract/records.ts';
import { searchVector } from '../../models/search-words.ts';
import { contentHash, judgeVersion, newestOfEach, type SaveCounts, type Verdict } from '../../models/versions.ts';
import { publish } from '../../platform/bus.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import { copyRows, type Db } from '../../platform/postgres/database.ts';
import { takeIds } from '../../platform/postgres/ids.ts';
import { ensureCategories } from './categories.ts';

interface Incoming {
  record: ProductRecord;
  hash: string;
  verdict: Verdict;
  offerId: number | null;
  productId: number | null;
}

/** One batch of one channel, set by set; the cost is a few statements however many records. */
export async function saveProducts(tx: Db, channelId: number, records: readonly ProductRecord[], journal: Journal): Promise<SaveCounts> {
  const newest = newestOfEach(records);
  const incoming = await judge(tx, channelId, newest);
  const fresh = incoming.filter(({ verdict }) => verdict === 'new');
  const changed = incoming.filter(({ verdict }) => verdict === 'changed');
  const categories = await ensureCategories(tx, [...fresh, ...changed].map(({ record }) => record.category ?? []));
  if (changed.length > 0) await updateOffers(tx, channelId, changed, categories, journal);
  if (fresh.length > 0) await addOffers(tx, channelId, fresh, categories, journal);
  await notePrices(tx, [...fresh, ...changed]);
  await noteChanges(tx, 'product', [...new Set([...fresh, ...changed].map(({ productId }) => productId as number))]);
  return {
    created: fresh.length,
    updated: changed.length,
    unchanged: incoming.filter(({ verdict }) => verdict === 'same').length + records.length - newest.length,
    late: incoming.filter(({ verdict }) => verdict === 'late').length,
  };
}

async function judge(tx: Db, channelId: number, records: readonly ProductRecord[]): Promise<Incoming[]> {
  const { rows } = await sql<{ id: number; externalId: string; productId: number; hash: string; changedAt: Date | null }>`
    select id, external_id as "externalId", product_id as "productId", source_hash as hash, source_changed_at as "changedAt"
    from catalog.offers where channel_id = ${channelId} and external_id = any(${records.map((record) => record.externalId)})`.execute(tx);
  const known = new Map(rows.map((row) => [row.externalId, row]));
  return records.map((record) => {
    const row = known.get(record.externalId);
    const hash = contentHash(record);
    return { record, hash, verdict: judgeVersion(row, { hash, changedAt: record.changedAt }), offerId: row?.id ?? null, productId: row?.productId ?? null };
  });
}

async function addOffers(tx: Db, channelId: number, fresh: Incoming[], categories: Map<string, number>, journal: Journal): Promise<void> {
  await giveProducts(tx, fresh, categories, journal);
  const ids = await takeIds(tx, 'catalog.offers', fresh.length);
  fresh.forEach((item, index) => {
    item.offerId = ids[index] as number;
  });
  await copyRows(
    tx,
    'catalog.offers',
    ['id', 'channel_id', 'external_id', 'product_id', 'name', 'currency', 'price', 'old_price', 'url', 'active', 'source_hash', 'source_changed_at'],
    fresh.map(({ record, hash, offerId, productId }) => [
      offerId, channelId, record.externalId, productId, record.name, record.currency, record.price, record.oldPrice, record.url,
      record.active ?? true, hash, record.changedAt,
    ]),
  );
  journal.created('offer', ids);
  const offers = fresh.map(({ record, productId }) => ({ externalId: record.externalId, sku: record.sku ?? null, productId: productId as number }));
  await publish(tx, 'catalog.offers_added', { channelId, offers });
}

/** A new offer belongs to the product with its SKU, also to one made earlier in this batch; otherwise it brings a product of its own. */
async function giveProducts(tx: Db, fresh: Incoming[], categories: Map<string, number>, journal: Journal): Promise<void> {
  const bySku = await productsBySku(tx, fresh.flatMap(({ record }) => record.sku ?? []));
  const orphans: Incoming[] = [];
  for (const item of fresh) {
    const known = item.record.sku ? bySku.get(item.record.sku) : undefined;
    if (known !== undefined) item.productId = known;
    else orphans.push(item);
  }
  const ids = await takeIds(tx, 'catalog.products', orphans.length);
  const made: Incoming[] = [];
  for (const item of orphans) {
    const known = item.record.sku ? bySku.get(item.record.sku) : undefined;
    item.productId = known ?? (ids[made.length] as number);
    if (known === undefined) made.push(item);
    if (item.record.sku) bySku.set(item.record.sku, item.productId);
  }
  await copyRows(tx, 'catalog.products', ['id', ...productColumns], made.map((item) => [item.productId, ...productValues(item.record, categories)]));
  journal.created('product', made.map(({ productId }) => productId as number));
}

export async function productsBySku(tx: Db, skus: readonly string[]): Promise<Map<string, number>> {
  if (skus.length === 0) return new Map();
  const { rows } = await sql<{ sku: string; id: number }>`select sku, id from catalog.products where sku = any(${skus as string[]})`.execute(tx);
  return new Map(rows.map((row) => [row.sku, row.id]));
}

const productColumns = [
  'sku', 'name', 'brand', 'category_id', 'barcode', 'image_url', 'url', 'group_key', 'attributes', 'currency', 'cost', 'active', 'search',
] as const;

function productValues(record: ProductRecord, categories: Map<string, number>) {
  return [
    record.sku, record.name, record.brand, categories.get((record.category ?? []).join(' / ')), record.barcode, record.imageUrl, record.url,
    record.groupId, record.attributes ?? {}, record.currency, record.cost, record.active ?? true,
    searchVector([record.name, record.sku, record.barcode, record.brand, record.externalId]),
  ];
}

/** What the newest description leaves out stays as it was. */
async function updateOffers(tx: Db, channelId: number, changed: Incoming[], categories: Map<string, number>, journal: Journal): Promise<void> {
  await keepBefore(tx, changed, journal);
  const rows = changed.map(({ record, hash, offerId, productId }) => ({
    offer_id: offerId,
    product_id: productId,
    hash,
    changed_at: record.changedAt ?? null,
    name: record.name,
    currency: record.currency ?? null,
    price: record.price ?? null,
    old_price: record.oldPrice ?? null,
    url: record.url ?? null,
    active: record.active ?? true,
    brand: record.brand ?? null,
    category_id: categories.get((record.category ?? []).join(' / ')) ?? null,
    barcode: record.barcode ?? null,
    image_url: record.imageUrl ?? null,
    attributes: record.attributes ?? {},
    cost: record.cost ?? null,
    search: searchVector([record.name, record.sku, record.barcode, record.brand, record.externalId]),
  }));
  const incoming = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(offer_id bigint, product_id bigint, hash uuid, changed_at timestamptz,
    name text, currency text, price bigint, old_price bigint, url text, active boolean, brand text, category_id bigint, barcode text,
    image_url text, attributes jsonb, cost bigint, search tsvector)`;
  await sql`update catalog.offers o set name = r.name, currency = coalesce(r.currency, o.currency), price = coalesce(r.price, o.price),
      old_price = r.old_price, url = coalesce(r.url, o.url), active = r.active, source_hash = r.hash,
      source_changed_at = coalesce(r.changed_at, o.source_changed_at), updated_at = now()
    from ${incoming} where o.id = r.offer_id and o.channel_id = ${channelId}`.execute(tx);
  await sql`update catalog.products p set name = r.name, brand = coalesce(r.brand, p.brand), category_id = coalesce(r.category_id, p.category_id),
      barcode = coalesce(r.barcode, p.barcode), image_url = coalesce(r.image_url, p.image_url), url = coalesce(r.url, p.url),
      attributes = p.attributes || r.attributes, cost = coalesce(r.cost, p.cost), currency = coalesce(r.currency, p.currency),
      active = r.active, search = r.search, updated_at = now()
    from ${incoming} where p.id = r.product_id`.execute(tx);
}

async function keepBefore(tx: Db, changed: readonly Incoming[], journal: Journal): Promise<void> {
  const offers = await sql<{ row: object }>`select to_jsonb(o) as row from catalog.offers o where id = any(${changed.map((c) => c.offerId)})`.execute(tx);
  const products = await sql<{ row: object }>`select to_jsonb(p) - 'search' as row from catalog.products p where id = any(${changed.map((c) => c.productId)})`.execute(tx);
  journal.replaced('offer', offers.rows.map(({ row }) => row));
  journal.replaced('product', products.rows.map(({ row }) => row));
}

/** A price is a fact with a date: one row each time it differs from the last known one. */
async function notePrices(tx: Db, items: readonly Incoming[]): Promise<void> {
  const priced = items.filter(({ record }) => record.price !== undefined && record.currency !== undefined);
  if (priced.length === 0) return;
  const rows = priced.map(({ record, offerId }) => ({
    offer_id: offerId, at: record.changedAt ?? null, currency: record.currency, price: record.price, old_price: record.oldPrice ?? null,
  }));
  await sql`
    insert into catalog.prices (offer_id, at, currency, price, old_price)
    select r.offer_id, coalesce(r.at, now()), r.currency, r.price, r.old_price
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(offer_id bigint, at timestamptz, currency text, price bigint, old_price bigint)
    left join lateral (select price, old_price, currency from catalog.prices p where p.offer_id = r.offer_id order by at desc limit 1) last on true
    where (last.price, last.old_price, last.currency) is distinct from (r.price, r.old_price, r.currency)
    on conflict (offer_id, at) do update set price = excluded.price, old_price = excluded.old_price, currency = excluded.currency`.execute(tx);
}

/** Products that lines, stock and reviews of a channel speak of, by the channel's own id and by SKU. */
export interface FoundProducts {
  byExternalId: Map<string, number>;
  bySku: Map<string, number>;
}

export async function findProducts(tx: Db, channelId: number, externalIds: readonly string[], skus: readonly string[]): Promise<FoundProducts> {
  const { rows } = await sql<{ externalId: string; id: number }>`
    select external_id as "externalId", product_id as id from catalog.offers
    where channel_id = ${channelId} and external_id = any(${externalIds as string[]})`.execute(tx);
  return { byExternalId: new Map(rows.map((row) => [row.externalId, row.id])), bySku: await productsBySku(tx, skus) };
}
