/** Puts dumped tables back into a database whose tables have exactly the shape they had, all of them or none. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../postgres/database.ts';
import { type PostgresSummary, quoted, quotedColumns, type TableShape } from './postgres-dump.ts';

export interface PostgresLoad {
  add(table: string, piece: Buffer): Promise<void>;
  /** Compares with what was dumped, then commits. */
  finish(summary: PostgresSummary): Promise<void>;
  /** Undoes everything unless `finish` succeeded. */
  close(): Promise<void>;
}

interface ForeignKey {
  on: string;
  name: string;
  definition: string;
}

/** Empties the tables, of what migrations put there, and takes rows in any order: keys and triggers wait until `finish`. */
export async function startLoad(database: Database, tables: readonly TableShape[]): Promise<PostgresLoad> {
  const client = await database.pool.connect();
  const byName = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
  const loaded: Record<string, number> = Object.fromEntries([...byName.keys()].map((name) => [name, 0]));
  await client.query('begin');
  const keys = await prepare(client, tables);
  return {
    add: async (name, piece) => {
      const table = byName.get(name);
      if (!table) throw new Error(`The backup is damaged: it does not announce the table ${name}`);
      const copy = client.query(copyFrom(`copy ${quoted(table)} (${quotedColumns(table)}) from stdin`));
      await pipeline(Readable.from([piece]), copy);
      loaded[name] = (loaded[name] ?? 0) + copy.rowCount;
    },
    finish: async (summary) => {
      compareCounts(summary.rows, loaded);
      for (const { schema, name, value } of summary.sequences)
        await client.query('select setval($1::regclass, $2)', [quoteName(schema, name), value]);
      await restoreRules(client, tables, keys);
      await stopUnfinishedRuns(client);
      await client.query('commit');
    },
    close: async () => {
      const broken = await client.query('rollback').then(
        () => undefined,
        (error: Error) => error,
      );
      client.release(broken);
    },
  };
}

async function prepare(client: pg.ClientBase, tables: readonly TableShape[]): Promise<ForeignKey[]> {
  const { rows: keys } = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as "on", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname = any($1)`,
    [[...new Set(tables.map((table) => table.schema))]],
  );
  for (const key of keys) await client.query(`alter table ${key.on} drop constraint ${key.name}`);
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
  await client.query(`truncate ${tables.map(quoted).join(', ')}`);
  return keys;
}

async function restoreRules(client: pg.ClientBase, tables: readonly TableShape[], keys: readonly ForeignKey[]): Promise<void> {
  for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
  for (const key of keys) await client.query(`alter table ${key.on} add constraint ${key.name} ${key.definition}`);
}

/** The queue is not in the backup: what waited or ran then does not go on by itself now. */
async function stopUnfinishedRuns(client: pg.ClientBase): Promise<void> {
  await client.query("update platform.job_runs set state = 'cancelled', finished_at = now() where state in ('waiting', 'running')");
}

function compareCounts(expected: Record<string, number>, loaded: Record<string, number>): void {
  for (const [table, rows] of Object.entries(expected)) {
    if (loaded[table] !== rows) throw new Error(`The backup is damaged: ${table} has ${loaded[table] ?? 0} of ${rows} rows`);
  }
}

function quoteName(schema: string, name: string): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}
