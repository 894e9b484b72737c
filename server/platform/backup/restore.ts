/** Makes an installation out of a backup file: on the embedded engines or on any supported servers, whichever made it. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { lockData } from '../data-lock.ts';
import type { Log } from '../log.ts';
import { openPostgres, openWarehouse } from '../open.ts';
import type { Database } from '../postgres/database.ts';
import { stopLeftoverPostgres } from '../postgres/embedded.ts';
import { pendingMigrations } from '../postgres/migrate.ts';
import { appliedWarehouseMigrations } from '../warehouse/migrate.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { readArchive } from './archive.ts';
import { receive } from './receive.ts';

/** What an installation leaves in its data folder. */
const installation = ['files', 'warehouse', 'secrets.key', 'postgres.password', 'postgres'];

/**
 * Restores `file` into the empty data folder (and the empty servers) of `config`. The folder stays without an installation until all
 * of the backup has arrived and its counts agree. Newer tables and columns come with the next start.
 * @throws Error in words when something is there already, or the file is damaged or comes from a newer version
 */
export async function restore(file: string, config: Config, log: Log): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}`);
  const lock = lockData(config.dataDir);
  const draft = join(config.dataDir, 'restoring');
  try {
    refuseUsed(config.dataDir);
    await stopLeftoverPostgres(draft, log);
    await rm(draft, { recursive: true, force: true });
    await mkdir(join(draft, 'files'), { recursive: true, mode: 0o700 });
    await fill(file, { ...config, dataDir: draft }, log);
    await moveIn(draft, config.dataDir);
  } finally {
    await rm(draft, { recursive: true, force: true });
    lock.release();
  }
}

function refuseUsed(dataDir: string): void {
  const found = installation.find((name) => existsSync(join(dataDir, name)));
  if (found) throw new Error(`There is already an installation in ${dataDir} (${found}). Choose an empty folder in DATA_DIR.`);
}

/** The database comes last: with it the folder becomes an installation. */
async function moveIn(draft: string, dataDir: string): Promise<void> {
  const made = await readdir(draft);
  for (const name of installation) {
    if (made.includes(name)) await rename(join(draft, name), join(dataDir, name));
  }
}

async function fill(file: string, config: Config, log: Log): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const db = await openPostgres(config, log, opened);
  const warehouse = await openWarehouse(config, opened);
  await refuseUsedServers(db, warehouse);
  const receiver = receive({ dataDir: config.dataDir, db, warehouse });
  opened.defer(() => receiver.close());
  for await (const entry of readArchive(file)) await receiver.take(entry);
  receiver.insistOnEnd();
}

async function refuseUsedServers(db: Database, warehouse: Warehouse): Promise<void> {
  const { isExistingInstallation } = await pendingMigrations(db.db);
  if (isExistingInstallation) throw new Error('The database of DATABASE_URL is in use already. Name an empty one.');
  const applied = await appliedWarehouseMigrations(warehouse);
  if (applied.length > 0) throw new Error('The warehouse of CLICKHOUSE_URL is in use already. Name an empty one.');
}
