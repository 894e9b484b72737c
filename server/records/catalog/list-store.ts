/** Pages of the list of goods. */
import { type RawBuilder, sql } from 'kysely';
import type { ProductRow, ProductSort } from '../../../contract/catalog.ts';
import { cutPage, keyset } from '../../platform/page.ts';
import type { Db } from '../../platform/postgres/database.ts';

type Condition = RawBuilder<unknown>;

/** A row as the database gives it; the list and the card share these columns. */
export interface StoredRow extends Omit<ProductRow, 'category' | 'stock' | 'updatedAt'> {
  categoryId: number | null;
  categoryPath: string | null;
  stock: string | null;
  updatedAt: Date;
}

/** Of `catalog.products p` and its category `c`. */
export const rowColumns = sql`p.id, p.sku, p.name, p.brand, p.category_id as "categoryId", c.path as "categoryPath", p.barcode,
  p.image_url as "imageUrl", p.price, p.price_currency as "priceCurrency", p.cost, p.currency, p.stock, p.active, p.tags, p.fields,
  array(select distinct o.channel_id from catalog.offers o where o.product_id = p.id order by 1) as channels, p.updated_at as "updatedAt"`;

export function shownRow({ categoryId, categoryPath, stock, updatedAt, ...row }: StoredRow): ProductRow {
  return {
    ...row,
    category: categoryId === null || categoryPath === null ? null : { id: categoryId, path: categoryPath },
    stock: stock === null ? null : Number(stock),
    updatedAt: updatedAt.toISOString(),
  };
}

/** Where nothing is known the row sorts as the smallest, for a keyset knows no null. */
const sortColumns = {
  name: { column: sql`p.name`, type: 'text' },
  sku: { column: sql`coalesce(p.sku, '')`, type: 'text' },
  price: { column: sql`coalesce(p.price, -1)`, type: 'bigint' },
  stock: { column: sql`coalesce(p.stock, 0)`, type: 'numeric' },
  updatedAt: { column: sql`p.updated_at`, type: 'timestamptz' },
};

export interface Page {
  sort: ProductSort;
  limit: number;
  cursor?: string | undefined;
}

/** @throws Problem `bad-cursor` */
export async function listProducts(db: Db, where: Condition, page: Page): Promise<{ rows: ProductRow[]; next: string | null }> {
  const sort = sortColumns[page.sort.replace('-', '') as keyof typeof sortColumns];
  const { where: beyond, orderBy } = keyset({ ...sort, id: sql`p.id`, descending: page.sort.startsWith('-') }, page.cursor);
  const { rows } = await sql<StoredRow & { sortKey: string }>`
    select ${rowColumns}, ${sort.column}::text as "sortKey"
    from (select * from catalog.products p where ${where} and ${beyond} order by ${orderBy} limit ${page.limit + 1}) p
    left join catalog.categories c on c.id = p.category_id
    order by ${orderBy}`.execute(db);
  const { rows: cut, next } = cutPage(rows, page.limit, (row) => [row.sortKey, row.id]);
  return { rows: cut.map(({ sortKey: _, ...row }) => shownRow(row)), next };
}

export async function countProducts(db: Db, where: Condition): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from catalog.products p where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function listBrands(db: Db, beginning: string, limit: number): Promise<{ brand: string; products: number }[]> {
  const { rows } = await sql<{ brand: string; products: number }>`
    select brand, count(*) as products from catalog.products where brand is not null and starts_with(lower(brand), lower(${beginning}))
    group by brand order by products desc, brand limit ${limit}`.execute(db);
  return rows;
}
