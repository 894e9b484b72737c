/** Brings up the machines in their order and takes them down in the reverse one. */
import { mkdir } from 'node:fs/promises';
import type { Config } from './config.ts';
import { lockData } from './data-lock.ts';
import { openFiles } from './files.ts';
import { openJobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Platform } from './platform.ts';
import { type Database, openDatabase } from './postgres/database.ts';
import { startEmbeddedPostgres } from './postgres/embedded.ts';
import { migrate } from './postgres/migrate.ts';
import { openSecrets } from './secrets.ts';
import { openEmbeddedWarehouse } from './warehouse/embedded.ts';
import { migrateWarehouse } from './warehouse/migrate.ts';
import { openServerWarehouse } from './warehouse/server.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

export interface OpenPlatform extends Platform {
  /** Finishes running work, then closes every machine; the data folder is free afterwards. */
  close(): Promise<void>;
}

/**
 * Opens everything an installation consists of, bringing its tables up to date.
 * @throws Error in words when the folder is in use or a machine does not start; what was started is closed again
 */
export async function openPlatform(config: Config, log: Log): Promise<OpenPlatform> {
  const opened = new AsyncDisposableStack();
  try {
    const platform = await openMachines(config, log, opened);
    return { ...platform, close: () => opened.disposeAsync() };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function openMachines(config: Config, log: Log, opened: AsyncDisposableStack): Promise<Platform> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const lock = lockData(config.dataDir);
  opened.defer(() => lock.release());
  const files = await openFiles(config.dataDir);
  const secrets = openSecrets(config.dataDir);
  const db = await openPostgres(config, log, opened);
  const ran = await migrate(db.db);
  if (ran.length > 0) log.info({ migrations: ran }, 'database brought up to date');
  const warehouse = await openWarehouse(config);
  opened.defer(() => warehouse.close());
  await migrateWarehouse(warehouse);
  const jobs = openJobs(db, log, { alone: config.databaseUrl === null });
  opened.defer(() => jobs.close());
  return { config, log, db, warehouse, jobs, files, secrets };
}

async function openPostgres(config: Config, log: Log, opened: AsyncDisposableStack): Promise<Database> {
  if (config.databaseUrl) return closingWith(opened, openDatabase({ connectionString: config.databaseUrl }));
  const server = await startEmbeddedPostgres(config.dataDir, log);
  opened.defer(() => server.stop());
  return closingWith(opened, openDatabase(server.settings));
}

function closingWith(opened: AsyncDisposableStack, db: Database): Database {
  opened.defer(() => db.close());
  return db;
}

function openWarehouse(config: Config): Promise<Warehouse> {
  return config.clickhouseUrl ? openServerWarehouse(config.clickhouseUrl) : openEmbeddedWarehouse(config.dataDir);
}
