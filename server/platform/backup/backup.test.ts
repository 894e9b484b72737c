import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createDatabase, dropDatabase, urlOf } from '../../../tests/rig/databases.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { openLog } from '../log.ts';
import { openPlatform } from '../open.ts';
import type { Database } from '../postgres/database.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { backup, backupAutomatically } from './backup.ts';
import { restore } from './restore.ts';

const log = openLog('silent');
const onDisk = { port: 0, host: '127.0.0.1', databaseUrl: null, clickhouseUrl: null };

let folder: string;
let file: string;
let fileId: string;
let sealed: string;
let rows: Record<string, string[]>;
let facts: unknown[];
let automatic: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prilavok-backup-'));
  file = join(folder, 'shop.tar.zst');
  const source = await openTestPlatform();
  await fillDatabase(source.db);
  await fillWarehouse(source.warehouse);
  fileId = (await source.files.put(Readable.from(['Накладная № 7']))).id;
  sealed = source.secrets.seal('key of a marketplace');
  rows = await contents(source.db);
  facts = await source.warehouse.query(everyFact);
  await backup(source, file);
  for (let n = 0; n < 7; n += 1) await backupAutomatically(source);
  automatic = await readdir(join(source.config.dataDir, 'backups'));
  await source.close();
});
afterAll(() => rm(folder, { recursive: true }));

async function fillDatabase(db: Database): Promise<void> {
  await sql`insert into channels.channels (code, kind, name) values ('shop', 'file', 'Лавка "У ёлки"')`.execute(db.db);
  // The second refers to the first and the first to the second: no order of rows suits the keys while they arrive.
  await sql`insert into customers.customers (id, name, first_channel_id, tags, city, merged_into)
    values (1, 'Ёлкина', 1, array['a,b', 'tab	', '{}', ''], E'two\nlines \\N \\. end', null), (2, null, 1, '{}', '', 1)`.execute(db.db);
  await sql`update customers.customers set merged_into = 2 where id = 1`.execute(db.db);
  await sql`insert into audit.entries (actor_kind, actor_id, actor_name, action, object_kind, object_id, after)
    values ('system', '1', 'x', 'order.paid', 'order', '1', '{"a": [1, null, "ё"]}')`.execute(db.db);
  await sql`insert into platform.job_runs (id, job, state) values (gen_random_uuid(), 'import', 'running'), (gen_random_uuid(), 'import', 'done')`.execute(
    db.db,
  );
  await sql`insert into platform.outbox (topic, ids) select 'order', array[n, 9007199254740993] from generate_series(1, 200000) n`.execute(
    db.db,
  );
}

const everyFact = 'SELECT * FROM order_lines ORDER BY order_id SETTINGS output_format_json_quote_64bit_integers = 1';

async function fillWarehouse(warehouse: Warehouse): Promise<void> {
  await warehouse.command(
    "INSERT INTO order_lines (order_id, placed_at, total, version, status, cost) SELECT number, toDateTime64('2026-01-01 00:00:00.123', 3, 'UTC'), -5, 18446744073709551615 - number, 'ё', NULL FROM numbers(3000)",
  );
}

/** Every row of every table of the rooms, as text and in order. */
async function contents({ pool }: Database): Promise<Record<string, string[]>> {
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'pgboss', 'migrations') order by 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const found = await pool.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    all[name] = found.rows.map(({ row }) => (name === 'platform.job_runs' ? row.split(',').slice(0, 2).join() : row));
  }
  return all;
}

test('[SEC-1] a backup restored into an empty folder equals what was backed up, row by row', { timeout: 120_000 }, async () => {
  const config = { ...onDisk, dataDir: join(folder, 'embedded') };
  await restore(file, config, log);
  const restored = await openPlatform(config, log);
  expect(await contents(restored.db)).toEqual(rows);
  expect(rows['platform.outbox']).toHaveLength(200_000);
  expect(await restored.warehouse.query(everyFact)).toEqual(facts);
  expect(facts).toHaveLength(3000);
  expect(await text(restored.files.get(fileId))).toBe('Накладная № 7');
  expect(restored.secrets.open(sealed)).toBe('key of a marketplace');
  await restored.close();
  await expect(restore(file, config, log)).rejects.toThrow(`There is already an installation in ${config.dataDir}`);
});

test('[SEC-1] what comes back keeps its rules, and new rows get new numbers', async () => {
  const restored = await openPlatform({ ...onDisk, dataDir: join(folder, 'embedded') }, log);
  const { db } = restored.db;
  await expect(sql`update audit.entries set action = 'x'`.execute(db)).rejects.toThrow('can only be added to');
  await expect(sql`update customers.customers set merged_into = 99 where id = 1`.execute(db)).rejects.toThrow('violates foreign key');
  const made = await sql<{
    id: number;
  }>`insert into channels.channels (code, kind, name) values ('next', 'file', 'x') returning id`.execute(db);
  expect(made.rows).toEqual([{ id: 2 }]);
  await restored.close();
});

test('[SEC-1] work that was under way in the backup does not go on by itself after a restore', async () => {
  const restored = await openPlatform({ ...onDisk, dataDir: join(folder, 'embedded') }, log);
  const runs = await sql<{ state: string }>`select state from platform.job_runs order by state`.execute(restored.db.db);
  expect(runs.rows).toEqual([{ state: 'cancelled' }, { state: 'done' }]);
  await restored.close();
});

test('[SEC-1] the same backup restores onto a PostgreSQL server, and only onto an empty one', { timeout: 120_000 }, async () => {
  const { server } = inject('rig');
  const database = await createDatabase(server);
  const config = { ...onDisk, dataDir: join(folder, 'server'), databaseUrl: urlOf(database) };
  await restore(file, config, log);
  const restored = await openPlatform(config, log);
  expect(await contents(restored.db)).toEqual(rows);
  await restored.close();
  await expect(restore(file, { ...config, dataDir: join(folder, 'server-again') }, log)).rejects.toThrow('is in use already');
  await dropDatabase(server, database.name);
});

test('[SEC-1] a damaged backup is refused and leaves the folder without an installation', { timeout: 120_000 }, async () => {
  const whole = await readFile(file);
  const damaged = join(folder, 'damaged.tar.zst');
  const config = { ...onDisk, dataDir: join(folder, 'damaged') };
  await writeFile(damaged, whole.subarray(0, whole.length / 2));
  await expect(restore(damaged, config, log)).rejects.toThrow('The backup is damaged');
  expect(await readdir(config.dataDir)).toEqual(['lock']);
});

test('[TRN-2] of automatic backups the last five are kept', () => {
  expect(automatic).toHaveLength(5);
  expect(automatic.every((name) => name.endsWith('.tar.zst'))).toBe(true);
});
