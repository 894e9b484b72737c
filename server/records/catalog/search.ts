/** What finds a product: its name, article, barcode and brand, and what every channel calls it. */
import { sql } from 'kysely';
import { searchVector } from '../../models/search-words.ts';
import type { Db } from '../../platform/postgres/database.ts';

export interface Findable {
  name: string;
  sku?: string | null | undefined;
  barcode?: string | null | undefined;
  brand?: string | null | undefined;
}

export function productSearch({ name, sku, barcode, brand }: Findable, externalIds: readonly string[]): string {
  return searchVector([name, sku, barcode, brand, ...externalIds]);
}

export async function refreshSearch(tx: Db, productIds: readonly number[]): Promise<void> {
  if (productIds.length === 0) return;
  const { rows } = await sql<Findable & { id: number; externalIds: string[] }>`
    select p.id, p.name, p.sku, p.barcode, p.brand, array(select o.external_id from catalog.offers o where o.product_id = p.id order by 1) as "externalIds"
    from catalog.products p where p.id = any(${productIds as number[]})`.execute(tx);
  await sql`update catalog.products p set search = r.search
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map((row) => productSearch(row, row.externalIds))}::tsvector[]) as r(id, search)
    where p.id = r.id and p.search <> r.search`.execute(tx);
}
