/** One PostgreSQL for a whole run of the tests, with a template database that every test file copies. Named in the test runner's settings. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { lockData } from '../../server/platform/data-lock.ts';
import { openLog } from '../../server/platform/log.ts';
import { openDatabase } from '../../server/platform/postgres/database.ts';
import { startEmbeddedPostgres, stopLeftoverPostgres } from '../../server/platform/postgres/embedded.ts';
import { migrate } from '../../server/platform/postgres/migrate.ts';
import { createDatabase, dropDatabase } from './databases.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    rig: Rig;
  }
}

export interface Rig {
  /** The server, entered at a database that is never written to. */
  server: pg.PoolConfig;
  /** A database with every migration applied and nobody connected. */
  template: string;
  /** Whatever the run writes; removed at its end. */
  folder: string;
}

const folderPrefix = 'prilavok-test-';

let stopRun = async () => {};

/** Uses the server of `TEST_DATABASE_URL` where it is set (PostgreSQL 15, say), otherwise an embedded one of its own. */
export async function setup(project: TestProject): Promise<void> {
  await removeAbandonedRuns();
  const folder = await mkdtemp(join(tmpdir(), folderPrefix));
  const lock = lockData(folder);
  const { server, stop } = await startServer(folder);
  const template = await createTemplate(server);
  project.provide('rig', { server, template, folder });
  stopRun = async () => {
    await dropDatabase(server, template);
    await stop();
    lock.release();
    await rm(folder, { recursive: true });
  };
}

export async function teardown(): Promise<void> {
  await stopRun();
}

async function startServer(folder: string): Promise<{ server: pg.PoolConfig; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { server: { connectionString: url }, stop: async () => {} };
  // Nothing here outlives the run, so nothing waits for the disk; crash tests start a cluster of their own.
  const { settings, stop } = await startEmbeddedPostgres(folder, openLog('silent'), { fsync: 'off', full_page_writes: 'off' });
  return { server: settings, stop };
}

async function createTemplate(server: pg.PoolConfig): Promise<string> {
  const template = await createDatabase(server);
  const database = openDatabase(template.settings);
  await migrate(database.db).finally(() => database.close());
  return template.name;
}

/** A run that was killed leaves its server running and its folder behind; the lock tells it from one that is still at work. */
async function removeAbandonedRuns(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(folderPrefix));
  for (const name of names) await removeIfAbandoned(join(tmpdir(), name)).catch(() => {});
}

async function removeIfAbandoned(folder: string): Promise<void> {
  const lock = lockData(folder);
  await stopLeftoverPostgres(folder, openLog('silent'));
  lock.release();
  await rm(folder, { recursive: true });
}
