/** Reads every table of the rooms as COPY text, which any supported PostgreSQL takes back. */
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../postgres/database.ts';
import type { ArchiveWriter } from './archive.ts';

export interface TableShape {
  schema: string;
  name: string;
  /** Generated columns are left out: the server computes them again. */
  columns: string[];
}

export interface PostgresSummary {
  /** Rows by "schema.table". */
  rows: Record<string, number>;
  sequences: { schema: string; name: string; value: number }[];
}

/** The queue makes its own tables, and what waits in it must not start by itself after a restore. */
const notOurs = ['information_schema', 'pg_catalog', 'pg_toast', 'pgboss', 'migrations'];

/** Runs `work` on one unchanging view of the database. */
export async function inSnapshot<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations.applied order by name');
  return rows.map((row) => row.name);
}

export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname <> all($1) and n.nspname not like 'pg\\_%'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by 1, 2 order by 1, 2`,
    [notOurs],
  );
  return rows;
}

/** Writes the tables as `postgres/<schema.table>/<number>`, each piece ending with a whole row, then the summary. */
export async function dumpTables(client: pg.ClientBase, tables: readonly TableShape[], archive: ArchiveWriter): Promise<PostgresSummary> {
  const rows: Record<string, number> = {};
  for (const table of tables) rows[`${table.schema}.${table.name}`] = await dumpTable(client, table, archive);
  const sequences = await client.query<PostgresSummary['sequences'][number]>(
    `select schemaname as schema, sequencename as name, last_value as value from pg_sequences
     where last_value is not null and schemaname <> all($1) order by 1, 2`,
    [notOurs],
  );
  return { rows, sequences: sequences.rows };
}

export function quoted(table: TableShape): string {
  return `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
}

export function quotedColumns(table: TableShape): string {
  return table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

async function dumpTable(client: pg.ClientBase, table: TableShape, archive: ArchiveWriter): Promise<number> {
  const copy = client.query(copyTo(`copy ${quoted(table)} (${quotedColumns(table)}) to stdout`));
  let piece = 0;
  for await (const content of wholeRows(copy)) {
    piece += 1;
    await archive.add(`postgres/${table.schema}.${table.name}/${piece}`, content);
  }
  return copy.rowCount;
}

const pieceBytes = 8 * 1024 * 1024;
const lineEnd = 0x0a;

/** COPY writes a line break inside a value as `\n`, so a real one always ends a row. */
async function* wholeRows(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(lineEnd) + 1;
    size += chunk.length;
    if (size < pieceBytes || end === 0) {
      waiting.push(chunk);
      continue;
    }
    yield Buffer.concat([...waiting, chunk.subarray(0, end)]);
    waiting = [chunk.subarray(end)];
    size = chunk.length - end;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
