/** What the facts do not hold: names of goods, and where the company's days begin. */
import { sql } from 'kysely';
import { momentOf } from '../../platform/moments.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { getWorkspace } from '../../platform/workspace.ts';

export async function productNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`select id, name from catalog.names where id = any(${[...new Set(ids)]})`.execute(
    db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The ends of a period as ISO moments. */
export async function periodOf(
  db: Db,
  from: string | undefined,
  to: string | undefined,
): Promise<{ from?: string | undefined; to?: string | undefined }> {
  const { timeZone } = await getWorkspace(db);
  const end = (value: string | undefined, days: 0 | 1) => (value === undefined ? sql`null::timestamptz` : momentOf(value, days, timeZone));
  const { rows } = await sql<{ from: Date | null; to: Date | null }>`select ${end(from, 0)} as from, ${end(to, 1)} as to`.execute(db);
  return { from: rows[0]?.from?.toISOString(), to: rows[0]?.to?.toISOString() };
}
