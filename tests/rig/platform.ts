/** The machines for one test file: a database of its own, a warehouse folder of its own, all removed afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openFiles } from '../../server/platform/files.ts';
import { openJobs } from '../../server/platform/jobs.ts';
import { openLog } from '../../server/platform/log.ts';
import type { OpenPlatform } from '../../server/platform/open.ts';
import { openDatabase } from '../../server/platform/postgres/database.ts';
import { openSecrets } from '../../server/platform/secrets.ts';
import { openEmbeddedWarehouse } from '../../server/platform/warehouse/embedded.ts';
import { migrateWarehouse } from '../../server/platform/warehouse/migrate.ts';
import { createDatabase, dropDatabase } from './databases.ts';

/**
 * Opens an empty installation with every migration applied, in a fraction of a second. Open one per file, in `beforeAll`: the
 * warehouse engine serves one folder per process.
 */
export async function openTestPlatform(): Promise<OpenPlatform> {
  const { server, template, folder } = inject('rig');
  const opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(folder, 'data-'));
  opened.defer(() => rm(dataDir, { recursive: true }));
  const database = await createDatabase(server, template);
  opened.defer(() => dropDatabase(server, database.name));
  const db = openDatabase(database.settings);
  opened.defer(() => db.close());
  const warehouse = await openEmbeddedWarehouse(dataDir);
  opened.defer(() => warehouse.close());
  await migrateWarehouse(warehouse);
  const log = openLog(process.env.LOG_LEVEL || 'silent');
  const jobs = openJobs(db, log, { alone: true });
  opened.defer(() => jobs.close());
  const config = { port: 0, host: '127.0.0.1', dataDir, databaseUrl: null, clickhouseUrl: null };
  const files = await openFiles(dataDir);
  const close = () => opened.disposeAsync();
  return { config, log, db, warehouse, jobs, files, secrets: openSecrets(dataDir), close };
}
