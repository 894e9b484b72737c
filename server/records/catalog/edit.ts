/** What people write on a product; channels no longer overwrite it. */
import { sql } from 'kysely';
import type { ProductChange } from '../../../contract/catalog.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { changeFields } from '../../platform/record-fields.ts';
import { getWorkspace } from '../../platform/workspace.ts';
import { refreshSearch } from './search.ts';

interface Written {
  name: string;
  brand: string | null;
  categoryId: number | null;
  cost: number | null;
  active: boolean;
  tags: string[];
  fields: Record<string, unknown>;
}

/** Names of columns that a channel would otherwise set. */
const pinned: Partial<Record<keyof Written, string>> = {
  name: 'name',
  brand: 'brand',
  categoryId: 'category_id',
  cost: 'cost',
  active: 'active',
};

/** @throws Problem `not-found`, or `invalid` about the category or custom fields */
export async function changeProduct(tx: Db, author: Actor, id: number, change: ProductChange): Promise<void> {
  const before = await holdProduct(tx, id);
  await requireCategory(tx, change.categoryId);
  const fields = change.fields ? await changeFields(tx, 'products', before.fields, change.fields) : before.fields;
  const tags = [...new Set(change.tags ?? before.tags)].toSorted();
  const after: Written = {
    ...before,
    ...change,
    brand: change.brand === '' ? null : (change.brand ?? (change.brand === null ? null : before.brand)),
    tags,
    fields,
  };
  const changed = (Object.keys(change) as (keyof Written)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return;
  const { currency } = await getWorkspace(tx);
  await sql`update catalog.products set name = ${after.name}, brand = ${after.brand}, category_id = ${after.categoryId}, cost = ${after.cost},
      currency = case when ${after.cost}::bigint is null then currency else coalesce(currency, ${currency}) end, active = ${after.active},
      tags = ${after.tags}, fields = ${JSON.stringify(after.fields)}::jsonb, updated_at = now(),
      edited = array(select distinct unnest(edited || ${changed.flatMap((key) => pinned[key] ?? [])}::text[]) order by 1)
    where id = ${id}`.execute(tx);
  await refreshSearch(tx, [id]);
  await noteChanges(tx, 'product', [id]);
  await audit(tx, author, {
    action: 'catalog.changed',
    object: { kind: 'product', id },
    before: pick(before, changed),
    after: pick(after, changed),
  });
}

async function holdProduct(tx: Db, id: number): Promise<Written> {
  const { rows } = await sql<Written>`
    select name, brand, category_id as "categoryId", cost, active, tags, fields from catalog.products where id = ${id} for update`.execute(
    tx,
  );
  if (!rows[0]) throw notFound('product', id);
  return rows[0];
}

async function requireCategory(tx: Db, id: number | null | undefined): Promise<void> {
  if (id === undefined || id === null) return;
  const { rows } = await sql`select from catalog.categories where id = ${id}`.execute(tx);
  if (rows.length === 0)
    throw new Problem('invalid', { fields: [{ field: 'categoryId', code: 'catalog:no-such-category', values: { id } }] });
}

const pick = <T extends object>(from: T, keys: readonly (keyof T)[]) => Object.fromEntries(keys.map((key) => [key, from[key]]));
