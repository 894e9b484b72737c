/** Brings offers and their products to the newest description. What it leaves out stays, and so does what people wrote. */
import { type RawBuilder, sql } from 'kysely';
import type { Journal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { categoryOf } from './categories.ts';
import type { Incoming } from './incoming.ts';

export async function updateOffers(
  tx: Db,
  channelId: number,
  changed: readonly Incoming[],
  categories: Map<string, number>,
  journal: Journal,
): Promise<void> {
  await keepBefore(tx, changed, journal);
  const rows = changed.map((item) => rowOf(item, categories));
  const incoming = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(offer_id bigint, product_id bigint, hash uuid, changed_at timestamptz,
    name text, currency text, price bigint, old_price bigint, url text, active boolean, brand text, category_id bigint, barcode text,
    image_url text, attributes jsonb, cost bigint)`;
  await sql`update catalog.offers o set name = r.name, currency = coalesce(r.currency, o.currency), price = coalesce(r.price, o.price),
      old_price = r.old_price, url = coalesce(r.url, o.url), active = r.active, source_hash = r.hash,
      source_changed_at = coalesce(r.changed_at, o.source_changed_at), updated_at = now()
    from ${incoming} where o.id = r.offer_id and o.channel_id = ${channelId}`.execute(tx);
  await sql`update catalog.products p set ${sql.join(editable.map(unlessEdited))},
      barcode = coalesce(r.barcode, p.barcode), image_url = coalesce(r.image_url, p.image_url), url = coalesce(r.url, p.url),
      attributes = p.attributes || r.attributes, currency = coalesce(r.currency, p.currency), updated_at = now()
    from ${incoming} where p.id = r.product_id`.execute(tx);
}

/** Columns that people may write. */
const editable = ['name', 'brand', 'category_id', 'cost', 'active'] as const;

const unlessEdited = (column: string): RawBuilder<unknown> =>
  sql`${sql.ref(column)} = case when ${column}::text = any(p.edited) then p.${sql.ref(column)} else coalesce(r.${sql.ref(column)}, p.${sql.ref(column)}) end`;

function rowOf({ record, hash, offerId, productId }: Incoming, categories: Map<string, number>) {
  return {
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
    category_id: categoryOf(record, categories) ?? null,
    barcode: record.barcode ?? null,
    image_url: record.imageUrl ?? null,
    attributes: record.attributes ?? {},
    cost: record.cost ?? null,
  };
}

/** Beside an offer, the price at the moment about to be written: noting prices touches no other. */
async function keepBefore(tx: Db, changed: readonly Incoming[], journal: Journal): Promise<void> {
  const offers = await sql<{ row: object }>`
    select to_jsonb(o) || jsonb_build_object('price_at', r.at, 'price_then', to_jsonb(p)) as row
    from (select id, coalesce(at, now()) as at from unnest(${changed.map(({ offerId }) => offerId)}::bigint[],
      ${changed.map(({ record }) => record.changedAt ?? null)}::timestamptz[]) as u(id, at)) r
    join catalog.offers o on o.id = r.id left join catalog.prices p on p.offer_id = r.id and p.at = r.at`.execute(tx);
  const products = await sql<{ row: object }>`
    select to_jsonb(p) - 'search' as row from catalog.products p where id = any(${changed.map(({ productId }) => productId)})`.execute(tx);
  journal.replaced(
    'offer',
    offers.rows.map(({ row }) => row),
  );
  journal.replaced(
    'product',
    products.rows.map(({ row }) => row),
  );
}
