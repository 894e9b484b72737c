import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../log.ts';
import { startEmbeddedPostgres } from './embedded.ts';

const log = openLog('silent');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prilavok-postgres-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function ask<Row extends pg.QueryResultRow>(settings: pg.PoolConfig, question: string): Promise<Row[]> {
  const client = new pg.Client(settings);
  await client.connect();
  return client
    .query<Row>(question)
    .then((answer) => answer.rows)
    .finally(() => client.end());
}

async function serverProcess(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

test('[OPS-2] the embedded PostgreSQL writes through to the disk, listens on no network and knows Cyrillic letters', async () => {
  const server = await startEmbeddedPostgres(folder, log);
  await ask(server.settings, 'create extension pg_trgm');
  const [found] = await ask(
    server.settings,
    `select current_setting('fsync') as fsync, current_setting('listen_addresses') as network, lower('ЁЖ') as lower,
       cardinality(show_trgm('молоко')) as trigrams, to_tsvector('russian', 'Ёлки') as words,
       (select string_agg(x, '' order by x) from unnest(array['я', 'ё', 'е', 'ж', 'А']) x) as sorted`,
  );
  expect(found).toEqual({ fsync: 'on', network: '', lower: 'ёж', trigrams: 7, words: "'елк':1", sorted: 'Аеёжя' });
  await server.stop();
});

test('[OPS-2] a data folder with a path too long for a socket works', async () => {
  const long = join(folder, 'д'.repeat(100));
  await mkdir(long, { recursive: true });
  const server = await startEmbeddedPostgres(long, log);
  expect(await ask(server.settings, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  await rm(String(server.settings.host), { recursive: true });
});

test('[OPS-2] a lock file whose process number now belongs to another program does not stop the start', async () => {
  await (await startEmbeddedPostgres(folder, log)).stop();
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n1\n5432\n\n\n0 0\nready\n`);
  const server = await startEmbeddedPostgres(folder, log);
  expect(await ask(server.settings, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('[OPS-2] a server that dies by itself is started again with every committed row', async () => {
  const server = await startEmbeddedPostgres(folder, log);
  await ask(server.settings, 'create table kept as select generate_series(1, 1000) as n');
  const before = await serverProcess(folder);
  process.kill(before, 'SIGKILL');
  await expect
    .poll(() => ask(server.settings, 'select count(*)::int as rows from kept').catch(() => []), { timeout: 30_000 })
    .toEqual([{ rows: 1000 }]);
  expect(await serverProcess(folder)).not.toBe(before);
  await server.stop();
});

test('[OPS-2] a creation that was cut short is begun again', async () => {
  await mkdir(join(folder, 'postgres.new', 'base'), { recursive: true });
  const server = await startEmbeddedPostgres(folder, log);
  expect(await ask(server.settings, 'select current_database() as name')).toEqual([{ name: 'prilavok' }]);
  await server.stop();
});
