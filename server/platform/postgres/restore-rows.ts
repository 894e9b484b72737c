/** Puts rows back as they were when they were kept as JSON, for taking changes back. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export type StoredRow = { id: number } & Record<string, unknown>;

/** Every kept column gets its former value; columns that were not kept stay. @param parts keys that are no columns */
export async function restoreRows(tx: Db, table: string, rows: readonly StoredRow[], parts: readonly string[] = []): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((key) => key !== 'id' && !parts.includes(key));
  const assignments = sql.join(columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`));
  await sql`update ${sql.table(table)} t set ${assignments}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r where t.id = r.id`.execute(tx);
}

/** Replaces the rows that belong to restored ones. @param tables the table of each part */
export async function restoreParts(tx: Db, rows: readonly StoredRow[], tables: Record<string, string>, ownerColumn: string): Promise<void> {
  if (rows.length === 0) return;
  for (const [part, table] of Object.entries(tables)) {
    const kept = rows.flatMap((row) => row[part] as object[]);
    await sql`delete from ${sql.table(table)} where ${sql.ref(ownerColumn)} = any(${rows.map(({ id }) => id)})`.execute(tx);
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(kept)}::jsonb)`.execute(
      tx,
    );
  }
}
