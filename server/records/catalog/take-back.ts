/** Takes products and offers back as an undone import asks. */
import { sql } from 'kysely';
import { publish } from '../../platform/bus.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { StoredRow } from '../../platform/postgres/restore-rows.ts';
import { refreshPrices } from './prices.ts';
import { refreshSearch } from './search.ts';

/** What was made goes, and with its last offer a product; what was replaced is as it was. */
export async function takeBackOffers(tx: Db, created: readonly number[], replaced: readonly StoredRow[]): Promise<void> {
  const left = await removeOffers(tx, created);
  const restored = await restoreOffers(tx, replaced);
  const products = [...new Set([...left, ...restored])];
  await refreshPrices(tx, products);
  await refreshSearch(tx, products);
}

/** @returns products that lost an offer and have others */
async function removeOffers(tx: Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ channelId: number; externalId: string; productId: number; sku: string | null }>`
    delete from catalog.offers o using catalog.products p where o.id = any(${ids as number[]}) and p.id = o.product_id
    returning o.channel_id as "channelId", o.external_id as "externalId", p.id as "productId", p.sku`.execute(tx);
  const touched = [...new Set(rows.map(({ productId }) => productId))];
  const gone = new Set(await removeUnoffered(tx, touched));
  const kept = rows.filter(({ productId }) => !gone.has(productId));
  for (const [channelId, offers] of Map.groupBy(kept, (row) => row.channelId))
    await publish(tx, 'catalog.offers_removed', { channelId, offers });
  await noteChanges(tx, 'product', touched);
  return touched.filter((id) => !gone.has(id));
}

async function removeUnoffered(tx: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    delete from catalog.products p where id = any(${ids as number[]}) and not exists (select from catalog.offers o where o.product_id = p.id)
    returning id`.execute(tx);
  const productIds = rows.map(({ id }) => id);
  if (productIds.length > 0) await publish(tx, 'catalog.products_removed', { productIds });
  return productIds;
}

const offerColumns = ['name', 'currency', 'price', 'old_price', 'url', 'active', 'source_hash', 'source_changed_at'];

/** @returns their products */
async function restoreOffers(tx: Db, rows: readonly StoredRow[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const { rows: restored } = await sql<{ productId: number }>`
    update catalog.offers o set ${sql.join(offerColumns.map(asKept))}, updated_at = now()
    from jsonb_populate_recordset(null::catalog.offers, ${JSON.stringify(rows)}::jsonb) k where o.id = k.id returning o.product_id as "productId"`.execute(
    tx,
  );
  await sql`delete from catalog.prices p using unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map((row) => row.price_at)}::timestamptz[]) as k(id, at)
    where p.offer_id = k.id and p.at = k.at`.execute(tx);
  await sql`insert into catalog.prices select k.* from jsonb_populate_recordset(null::catalog.prices,
      ${JSON.stringify(rows.flatMap((row) => row.price_then ?? []))}::jsonb) k
    where exists (select from catalog.offers o where o.id = k.offer_id)`.execute(tx);
  return restored.map(({ productId }) => productId);
}

const productColumns = ['name', 'brand', 'category_id', 'barcode', 'image_url', 'url', 'attributes', 'currency', 'cost', 'active'];

/**
 * Products that others still offer or have bought stay; what people wrote stays too.
 * @param inUse by orders
 */
export async function takeBackProducts(
  tx: Db,
  created: readonly number[],
  replaced: readonly StoredRow[],
  inUse: ReadonlySet<number>,
): Promise<void> {
  await removeUnoffered(
    tx,
    created.filter((id) => !inUse.has(id)),
  );
  await sql`update catalog.products p set ${sql.join(productColumns.map(unlessEdited))}, updated_at = now()
    from jsonb_populate_recordset(null::catalog.products, ${JSON.stringify(replaced)}::jsonb) k where p.id = k.id`.execute(tx);
  const ids = replaced.map(({ id }) => id);
  await refreshSearch(tx, ids);
  await noteChanges(tx, 'product', [...created, ...ids]);
}

const asKept = (column: string) => sql`${sql.ref(column)} = k.${sql.ref(column)}`;

function unlessEdited(column: string) {
  // A category may have gone with the import that made it.
  const kept =
    column === 'category_id' ? sql`(select c.id from catalog.categories c where c.id = k.category_id)` : sql`k.${sql.ref(column)}`;
  return sql`${sql.ref(column)} = case when ${column}::text = any(p.edited) then p.${sql.ref(column)} else ${kept} end`;
}

/** Categories that nothing is left in. */
export async function takeBackCategories(tx: Db, created: readonly number[]): Promise<void> {
  for (const id of created.toReversed()) {
    await sql`delete from catalog.categories c where id = ${id} and not exists (select from catalog.products p where p.category_id = c.id)
      and not exists (select from catalog.categories x where x.parent_id = c.id)`.execute(tx);
  }
}
