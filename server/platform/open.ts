/** Brings up the machines in their order and takes them down in the reverse one. */
import { type BackedUp, backupAutomatically } from './backup/backup.ts';
import type { Config } from './config.ts';
import { lockData } from './data-lock.ts';
import { openFiles } from './files.ts';
import { openJobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Platform } from './platform.ts';
import { type Database, openDatabase } from './postgres/database.ts';
import { startEmbeddedPostgres } from './postgres/embedded.ts';
import { migrate, pendingMigrations } from './postgres/migrate.ts';
import { openSecrets } from './secrets.ts';
import { openEmbeddedWarehouse } from './warehouse/embedded.ts';
import { migrateWarehouse, pendingWarehouseMigrations } from './warehouse/migrate.ts';
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
  const lock = lockData(config.dataDir);
  opened.defer(() => lock.release());
  const files = await openFiles(config.dataDir);
  const secrets = openSecrets(config.dataDir);
  const db = await openPostgres(config, log, opened);
  const warehouse = await openWarehouse(config, opened);
  await bringUpToDate({ config, log, db, warehouse });
  const jobs = openJobs(db, log, { alone: config.databaseUrl === null });
  opened.defer(() => jobs.close());
  return { config, log, db, warehouse, jobs, files, secrets };
}

/** Data that is already there is copied before anything changes its shape. */
async function bringUpToDate(machines: BackedUp): Promise<void> {
  const { db, warehouse, log } = machines;
  const inPostgres = await pendingMigrations(db.db);
  const inWarehouse = await pendingWarehouseMigrations(warehouse);
  if (inPostgres.names.length + inWarehouse.length === 0) return;
  if (inPostgres.isExistingInstallation) await backupAutomatically(machines);
  await migrate(db.db);
  await migrateWarehouse(warehouse);
  log.info({ postgres: inPostgres.names, warehouse: inWarehouse }, 'brought up to date');
}

/** The database of `DATABASE_URL`, or the embedded one in the data folder, which the caller has locked. */
export async function openPostgres(config: Config, log: Log, opened: AsyncDisposableStack): Promise<Database> {
  if (config.databaseUrl) return closingWith(opened, openDatabase({ connectionString: config.databaseUrl }));
  const server = await startEmbeddedPostgres(config.dataDir, log);
  opened.defer(() => server.stop());
  return closingWith(opened, openDatabase(server.settings));
}

function closingWith(opened: AsyncDisposableStack, db: Database): Database {
  opened.defer(() => db.close());
  return db;
}

export async function openWarehouse(config: Config, opened: AsyncDisposableStack): Promise<Warehouse> {
  const warehouse = await (config.clickhouseUrl ? openServerWarehouse(config.clickhouseUrl) : openEmbeddedWarehouse(config.dataDir));
  opened.defer(() => warehouse.close());
  return warehouse;
}
