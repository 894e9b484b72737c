/** The tree of categories with how many goods each holds. */
import { sql } from 'kysely';
import type { Category } from '../../../contract/catalog.ts';
import type { Db } from '../../platform/postgres/database.ts';

/** In the order of the tree: each category before what is below it. */
export async function listCategories(db: Db): Promise<Category[]> {
  const { rows } = await sql<Omit<Category, 'productsBelow'>>`
    select c.id, c.parent_id as "parentId", c.name, c.path, coalesce(p.count, 0) as products
    from catalog.categories c left join (select category_id, count(*) as count from catalog.products group by 1) p on p.category_id = c.id
    order by string_to_array(c.path, ' / ')`.execute(db);
  const all = new Map(rows.map((row) => [row.id, { ...row, productsBelow: row.products }]));
  // What is below comes later in the order, so from the end every sum is complete before it is passed on.
  for (const row of [...all.values()].toReversed()) {
    const parent = row.parentId === null ? undefined : all.get(row.parentId);
    if (parent) parent.productsBelow += row.productsBelow;
  }
  return [...all.values()];
}
