/** The tree of categories, grown from the paths that channels send. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

/** Makes what is missing; returns ids by the path's names joined with ' / '. */
export async function ensureCategories(tx: Db, paths: readonly (readonly string[])[]): Promise<Map<string, number>> {
  const wanted = new Map<string, { path: string; name: string; parent: string | null; depth: number }>();
  for (const names of paths) {
    names.forEach((name, depth) => {
      const path = names.slice(0, depth + 1).join(' / ');
      wanted.set(path, { path, name, parent: depth === 0 ? null : names.slice(0, depth).join(' / '), depth });
    });
  }
  if (wanted.size === 0) return new Map();
  const levels = Math.max(...[...wanted.values()].map(({ depth }) => depth)) + 1;
  for (let depth = 0; depth < levels; depth += 1) {
    const level = [...wanted.values()].filter((category) => category.depth === depth);
    await sql`
      insert into catalog.categories (name, path, parent_id)
      select r.name, r.path, parent.id from jsonb_to_recordset(${JSON.stringify(level)}::jsonb) as r(name text, path text, parent text)
      left join catalog.categories parent on parent.path = r.parent on conflict (path) do nothing`.execute(tx);
  }
  const { rows } = await sql<{ path: string; id: number }>`select path, id from catalog.categories where path = any(${[...wanted.keys()]})`.execute(tx);
  return new Map(rows.map((row) => [row.path, row.id]));
}
