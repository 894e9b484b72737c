/** Carries changes from PostgreSQL to the warehouse: named in the same transaction, projected in batches, deleted when stored. */
import { sql } from 'kysely';
import type { Platform } from './platform.ts';
import type { Database, Db } from './postgres/database.ts';

export type Fact = Record<string, string | number | boolean | null | Record<string, string>>;

/** How the records of one topic become rows of the warehouse. */
export interface Projection {
  topic: string;
  /** Every table that the topic fills, with the column that holds the record's id. */
  tables: readonly { table: string; idColumn: string }[];
  /**
   * The present rows of these records by table; records that are gone are simply absent. Rows that a still existing record
   * no longer has carry `is_deleted: 1`. `version` is added by the projector.
   */
  rows(db: Db, ids: readonly number[]): Promise<Record<string, Fact[]>>;
  /** All ids above `after`, ascending, for a rebuild. */
  idsAfter(db: Db, after: number, limit: number): Promise<number[]>;
}

/** Says that these records changed. Must run in the transaction that changed them. */
export async function noteChanges(tx: Db, topic: string, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await sql`insert into platform.outbox (topic, ids) values (${topic}, ${ids as number[]})`.execute(tx);
}

/** What still waits to be projected: records, and the age of the oldest in seconds (0 when none). */
export async function outboxLag(db: Db): Promise<{ records: number; seconds: number }> {
  const { rows } = await sql<{ records: number; seconds: number }>`
    select coalesce(sum(cardinality(ids)), 0)::bigint as records,
      coalesce(extract(epoch from now() - min(at)), 0)::float8 as seconds from platform.outbox`.execute(db);
  return rows[0] ?? { records: 0, seconds: 0 };
}

const batchRecords = 20_000;

/**
 * Moves what is waiting into the warehouse, in batches, until nothing waits. Safe to repeat after a crash: rows are replaced by version.
 * Only one caller at a time works; others return at once.
 * @returns the number of records projected
 */
export async function project(platform: Platform, projections: readonly Projection[]): Promise<number> {
  const client = await platform.db.pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock(hashtext('projector')) as mine");
    if (!rows[0]?.mine) return 0;
    try {
      return await drain(platform, projections);
    } finally {
      await client.query("select pg_advisory_unlock(hashtext('projector'))");
    }
  } finally {
    client.release();
  }
}

/** Lets the projector come to rest and holds it there while `work` runs, so that a copy of both databases agrees. */
export async function holdProjection<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('projector'))");
    return await work().finally(() => client.query("select pg_advisory_unlock(hashtext('projector'))"));
  } finally {
    client.release();
  }
}

async function drain(platform: Platform, projections: readonly Projection[]): Promise<number> {
  let moved = 0;
  for (;;) {
    const { rows } = await sql<{ seq: number; topic: string; ids: number[] }>`
      select seq, topic, ids from (
        select seq, topic, ids, sum(cardinality(ids)) over (order by seq) - cardinality(ids) as before from platform.outbox order by seq limit 2000
      ) waiting where before < ${batchRecords}`.execute(platform.db.db);
    if (rows.length === 0) return moved;
    for (const projection of projections) {
      const ids = new Set(rows.filter((row) => row.topic === projection.topic).flatMap((row) => row.ids));
      if (ids.size > 0) await projectIds(platform, projection, [...ids]);
      moved += ids.size;
    }
    await sql`delete from platform.outbox where seq = any(${rows.map((row) => row.seq)})`.execute(platform.db.db);
  }
}

let lastVersion = 0;

/** Grows with every batch, also across restarts. */
function nextVersion(): number {
  lastVersion = Math.max(lastVersion + 1, Date.now() * 1000);
  return lastVersion;
}

async function projectIds(platform: Platform, projection: Projection, ids: readonly number[]): Promise<void> {
  const version = nextVersion();
  const byTable = await projection.rows(platform.db.db, ids);
  for (const { table, idColumn } of projection.tables) {
    const rows = byTable[table] ?? [];
    const present = new Set(rows.map((row) => row[idColumn]));
    const gone = ids.filter((id) => !present.has(id));
    if (gone.length > 0) {
      await platform.warehouse.command(`DELETE FROM {table:Identifier} WHERE {column:Identifier} IN {ids:Array(UInt64)}`, {
        table,
        column: idColumn,
        ids: gone,
      });
    }
    if (rows.length > 0)
      await platform.warehouse.insert(
        table,
        rows.map((row) => ({ ...row, version })),
      );
  }
}

/** Empties the projected tables and fills them again from PostgreSQL. `report` is told the records done so far. */
export function rebuild(platform: Platform, projections: readonly Projection[], report: (done: number) => void): Promise<number> {
  return holdProjection(platform.db, () => refill(platform, projections, report));
}

async function refill(platform: Platform, projections: readonly Projection[], report: (done: number) => void): Promise<number> {
  let done = 0;
  for (const projection of projections) {
    for (const { table } of projection.tables) await platform.warehouse.command('TRUNCATE TABLE {table:Identifier}', { table });
    for (let after = 0; ; ) {
      const ids = await projection.idsAfter(platform.db.db, after, batchRecords);
      const last = ids.at(-1);
      if (last === undefined) break;
      await projectIds(platform, projection, ids);
      after = last;
      done += ids.length;
      report(done);
    }
  }
  return done;
}
