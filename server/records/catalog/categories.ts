/** The tree of categories, grown from the paths that channels send. */
import { sql } from 'kysely';
import type { ProductRecord } from '../../../contract/records.ts';
import type { Journal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';

const pathText = (names: readonly string[]) => names.join(' / ');

/** Makes what is missing; returns ids by path. */
export async function ensureCategories(tx: Db, paths: readonly (readonly string[])[], journal: Journal): Promise<Map<string, number>> {
  const wanted = new Map<string, { path: string; name: string; parent: string | null; depth: number }>();
  for (const names of paths) {
    names.forEach((name, depth) => {
      const path = pathText(names.slice(0, depth + 1));
      wanted.set(path, { path, name, parent: depth === 0 ? null : pathText(names.slice(0, depth)), depth });
    });
  }
  if (wanted.size === 0) return new Map();
  const levels = Math.max(...[...wanted.values()].map(({ depth }) => depth)) + 1;
  for (let depth = 0; depth < levels; depth += 1) {
    const level = [...wanted.values()].filter((category) => category.depth === depth);
    const made = await sql<{ id: number }>`
      insert into catalog.categories (name, path, parent_id)
      select r.name, r.path, parent.id from jsonb_to_recordset(${JSON.stringify(level)}::jsonb) as r(name text, path text, parent text)
      left join catalog.categories parent on parent.path = r.parent on conflict (path) do nothing returning id`.execute(tx);
    const ids = made.rows.map(({ id }) => id);
    await sql`update catalog.categories c set ancestors = coalesce((select p.ancestors from catalog.categories p where p.id = c.parent_id), '{}') || c.id
      where id = any(${ids})`.execute(tx);
    journal.created('category', ids);
  }
  const { rows } = await sql<{
    path: string;
    id: number;
  }>`select path, id from catalog.categories where path = any(${[...wanted.keys()]})`.execute(tx);
  return new Map(rows.map((row) => [row.path, row.id]));
}

export function categoryOf({ category }: ProductRecord, ids: Map<string, number>): number | undefined {
  return category && ids.get(pathText(category));
}
