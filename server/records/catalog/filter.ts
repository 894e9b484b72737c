/** What the list of goods and its file mean by one filter, as conditions on `catalog.products p`. */
import { type RawBuilder, sql } from 'kysely';
import type { ProductFilter } from '../../../contract/catalog.ts';
import { searchQuery } from '../../models/search-words.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { fieldConditions } from '../../platform/record-fields.ts';

type Condition = RawBuilder<unknown>;

/** @throws Problem `invalid` about a custom field that does not exist or a value that is not one */
export async function whereOf(db: Db, filter: ProductFilter): Promise<Condition> {
  const { q, category, brand, active, inStock, withoutCost, tag } = filter;
  const conditions = [
    ...(q ? [textCondition(q)] : []),
    ...(category ? [sql`p.category_id in (select id from catalog.categories where ancestors && ${category}::bigint[])`] : []),
    ...(brand ? [sql`p.brand = any(${brand})`] : []),
    ...offerConditions(filter),
    ...(active === undefined ? [] : [sql`p.active = ${active}`]),
    ...(inStock === undefined ? [] : [inStock ? sql`p.stock > 0` : sql`p.stock <= 0`]),
    ...(withoutCost === undefined ? [] : [withoutCost ? sql`p.cost is null` : sql`p.cost is not null`]),
    ...(tag ? [sql`p.tags && ${tag}::text[]`] : []),
    ...(await fieldConditions(db, 'products', filter.field ?? [], sql`p.fields`)),
  ];
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

function textCondition(typed: string): Condition {
  const query = searchQuery(typed);
  return query ? sql`p.search @@ ${query}::tsquery` : sql`false`;
}

/** Unmapped with channels means: on none of these. */
function offerConditions({ channel, unmapped }: ProductFilter): Condition[] {
  const offered = sql`exists (select from catalog.offers o where o.product_id = p.id and ${channel ? sql`o.channel_id = any(${channel})` : sql`true`})`;
  if (unmapped) return [sql`not ${offered}`];
  return channel || unmapped === false ? [offered] : [];
}
