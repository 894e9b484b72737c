/** Products as facts of the warehouse: what order lines are grouped by. */
import { sql } from 'kysely';
import type { Projection } from '../../platform/outbox.ts';

export const productProjection: Projection = {
  topic: 'product',
  tables: [{ table: 'products', idColumn: 'product_id' }],
  rows: async (db, ids) => {
    const { rows } = await sql<Record<string, string | number | null>>`
      select p.id as product_id, coalesce(p.sku, '') as sku, p.name, coalesce(p.brand, '') as brand, coalesce(p.category_id, 0) as category_id,
        coalesce(c.path, '') as category_path, p.cost, p.active::int as active
      from catalog.products p left join catalog.categories c on c.id = p.category_id where p.id = any(${ids as number[]})`.execute(db);
    return { products: rows };
  },
  idsAfter: async (db, after, limit) => {
    const { rows } = await sql<{ id: number }>`select id from catalog.products where id > ${after} order by id limit ${limit}`.execute(db);
    return rows.map(({ id }) => id);
  },
};
