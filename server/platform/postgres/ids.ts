/** New ids in bulk, so that rows of several tables can refer to each other before any is written. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** @param table an identity column named `id` must exist */
export async function takeIds(tx: Db, table: string, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.id);
}
