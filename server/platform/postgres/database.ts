/** PostgreSQL as the rooms see it: SQL templates, transactions, and COPY for bulk. Who started the server is not known here. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Runs SQL templates: ``await sql<Row>`select ...`.execute(db)``. A pool or a transaction; rooms take whichever they are given. */
export type Db = Kysely<unknown>;

export interface Database {
  /** Each statement on any free connection. */
  db: Db;
  /** The connection pool itself, for the few libraries that want one. */
  pool: pg.Pool;
  /** Runs `work` in one transaction: all of it or none. Must not wait for the network inside. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** One meaning for each type on every server: int8 is a number, numeric a string, date an ISO day. */
const parsers: Record<number, (value: string) => unknown> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.DATE]: (value) => value,
  1016: (value) => parseIntArray(value),
};

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format: 'text' | 'binary') =>
    (format !== 'binary' && parsers[id]) || pg.types.getTypeParser(id, format)) as pg.CustomTypesConfig['getTypeParser'],
};

/** The connection behind each open transaction, for COPY, which has no place in the query builder. */
const connections = new WeakMap<Db, pg.PoolClient>();

export function openDatabase(settings: pg.PoolConfig): Database {
  const pool = new pg.Pool({ max: 12, ...settings, types, onConnect: (client) => beModest(client) });
  // An idle connection that the server closes is replaced on next use; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    transaction: (work) => runInTransaction(pool, work),
    close: () => db.destroy(),
  };
}

/**
 * One query, one core: lists are asked by many at once and want few rows, and a plan for several workers starts them and reads on in all
 * of them before the first row is out.
 */
async function beModest(client: pg.ClientBase): Promise<void> {
  await client.query('set max_parallel_workers_per_gather = 0');
}

async function runInTransaction<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const tx = onOneConnection(client);
  connections.set(tx, client);
  try {
    await client.query('begin');
    const result = await work(tx);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    const broken = await client.query('rollback').then(
      () => undefined,
      (failure: Error) => failure,
    );
    client.release(broken);
    throw error;
  } finally {
    connections.delete(tx);
  }
}

function onOneConnection(client: pg.PoolClient): Db {
  const borrowed = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient;
  return new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => {}, options: {} } }),
  });
}

export type CopyValue = string | number | bigint | boolean | Date | null | undefined | object;

/**
 * Adds rows with COPY, the fastest way in; a few times faster than INSERT from about a hundred rows on.
 * Objects become JSON, arrays become PostgreSQL arrays of numbers or texts.
 * @param tx must be a transaction
 */
export async function copyRows(tx: Db, table: string, columns: readonly string[], rows: readonly (readonly CopyValue[])[]): Promise<void> {
  if (rows.length === 0) return;
  const client = connections.get(tx);
  if (!client) throw new Error('copyRows needs a transaction');
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const into = table
    .split('.')
    .map((part) => pg.escapeIdentifier(part))
    .join('.');
  await pipeline(Readable.from(copyChunks(rows)), client.query(copyFrom(`copy ${into} (${names}) from stdin`)));
}

const chunkRows = 2_000;

function* copyChunks(rows: readonly (readonly CopyValue[])[]): Generator<Buffer> {
  for (let start = 0; start < rows.length; start += chunkRows) {
    let text = '';
    for (const row of rows.slice(start, start + chunkRows)) text += `${row.map(copyText).join('\t')}\n`;
    yield Buffer.from(text, 'utf8');
  }
}

function copyText(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escapeCopy(arrayText(value));
  return escapeCopy(typeof value === 'string' ? value : JSON.stringify(value));
}

function arrayText(values: readonly unknown[]): string {
  const items = values.map((v) => (typeof v === 'number' ? String(v) : `"${String(v).replace(/(["\\])/g, '\\$1')}"`));
  return `{${items.join(',')}}`;
}

const needsEscape = /[\\\t\n\r\0]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' };

/** NUL cannot be stored by PostgreSQL in text, so it is left out; lone surrogates become U+FFFD. */
function escapeCopy(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return needsEscape.test(whole) ? whole.replace(/[\\\t\n\r\0]/g, (found) => escapes[found] ?? '') : whole;
}

function parseIntArray(value: string): number[] {
  return value === '{}' ? [] : value.slice(1, -1).split(',').map(Number);
}
