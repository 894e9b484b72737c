/** Puts rows back as they were when they were kept as JSON, for taking changes back. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export type StoredRow = { id: number } & Record<string, unknown>;

/** Every kept column gets its former value; columns that were not kept stay. */
export async function restoreRows(tx: Db, table: string, rows: readonly StoredRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((key) => key !== 'id');
  const assignments = sql.join(columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`));
  await sql`update ${sql.table(table)} t set ${assignments}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r where t.id = r.id`.execute(tx);
}
