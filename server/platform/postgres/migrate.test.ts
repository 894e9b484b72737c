import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createDatabase, dropDatabase, type TestDatabase } from '../../../tests/rig/databases.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate, pendingMigrations } from './migrate.ts';

const { server } = inject('rig');

let database: TestDatabase;
let db: Database;
let path: string;
let folder: URL;
beforeEach(async () => {
  database = await createDatabase(server);
  db = openDatabase(database.settings);
  path = await mkdtemp(join(tmpdir(), 'prilavok-migrations-'));
  folder = pathToFileURL(`${path}/`);
});
afterEach(async () => {
  await db.close();
  await dropDatabase(server, database.name);
  await rm(path, { recursive: true });
});

const write = (name: string, text: string) => writeFile(join(path, name), text);

test('[TRN-2] our own migrations run on an empty database, and a second time change nothing', async () => {
  const ran = await migrate(db.db);
  expect(ran[0]).toBe('0001_platform');
  expect(await migrate(db.db)).toEqual([]);
  expect(await pendingMigrations(db.db)).toEqual({ isExistingInstallation: true, names: [] });
});

test('[TRN-2] an empty database is not an existing installation', async () => {
  await write('0001_a.sql', 'create table a (n int)');
  expect(await pendingMigrations(db.db, { folder })).toEqual({ isExistingInstallation: false, names: ['0001_a'] });
});

test('[TRN-2] a migration with a lower number than the last one still runs', async () => {
  await write('0001_a.sql', 'create table a (n int); insert into a values (1)');
  await write('0020_c.sql', 'create table c (n int)');
  await migrate(db.db, { folder });
  await write('0010_b.sql', 'create table b as select * from a');
  expect(await migrate(db.db, { folder })).toEqual(['0010_b']);
});

test('[TRN-2] when one of several fails none has happened, and the message names it', async () => {
  await write('0001_a.sql', 'create table a (n int)');
  await write('0002_b.sql', 'create table b (n nonsense)');
  await expect(migrate(db.db, { folder })).rejects.toThrow('Updating the database failed in 0002_b: type "nonsense" does not exist');
  const found = await sql<{ name: string | null }>`select to_regclass('a')::text as name`.execute(db.db);
  expect(found.rows).toEqual([{ name: null }]);
});

test('[TRN-2] several processes may bring one database up to date at once', async () => {
  await write('0001_a.sql', 'create table a (n int)');
  const ran = await Promise.all([migrate(db.db, { folder }), migrate(db.db, { folder })]);
  expect(ran.flat()).toEqual(['0001_a']);
});

test('[TRN-2] a database of a newer version is refused in words', async () => {
  await write('0001_a.sql', 'create table a (n int)');
  await write('0002_b.sql', 'create table b (n int)');
  await migrate(db.db, { folder });
  await rm(join(path, '0002_b.sql'));
  await expect(migrate(db.db, { folder })).rejects.toThrow('used by a newer version of Prilavok');
});
