/** Copies a whole installation into one file while it goes on working. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { holdProjection } from '../outbox.ts';
import type { Platform } from '../platform.ts';
import { appliedWarehouseMigrations } from '../warehouse/migrate.ts';
import { type ArchiveWriter, writeArchive } from './archive.ts';
import type { Manifest } from './manifest.ts';
import { dumpTables, inSnapshot, listMigrations, listTables } from './postgres-dump.ts';
import { dumpWarehouse } from './warehouse-dump.ts';

/** All that a backup needs; it also runs before the house is fully open. */
export type BackedUp = Pick<Platform, 'config' | 'db' | 'warehouse' | 'log'>;

export interface Backup {
  file: string;
  /** Bytes. */
  size: number;
}

const keptBackups = 5;
const automaticPrefix = 'automatic-';

/**
 * Writes customers, orders, facts, files and the key of the secrets to `file`, all of one moment; the projector rests meanwhile. Keep the file
 * as safe as the data folder itself. The file appears only when it is whole; where one exists it is replaced.
 */
export async function backup(platform: BackedUp, file: string): Promise<Backup> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeArchive(file, (archive) => holdProjection(platform.db, () => fill(platform, archive)));
  const { size } = await stat(file);
  platform.log.info({ file, size }, 'backup made');
  return { file, size };
}

/** Makes a backup under `<dataDir>/backups` and removes all but the last five made this way. */
export async function backupAutomatically(platform: BackedUp): Promise<Backup> {
  const folder = join(platform.config.dataDir, 'backups');
  const moment = new Date().toISOString().replaceAll(/[-:]/g, '').replace('.', '');
  const made = await backup(platform, join(folder, `${automaticPrefix}${moment}.tar.zst`));
  const all = (await readdir(folder)).filter((name) => name.startsWith(automaticPrefix)).sort();
  for (const name of all.slice(0, -keptBackups)) await rm(join(folder, name));
  return made;
}

async function fill(platform: BackedUp, archive: ArchiveWriter): Promise<void> {
  const { db, warehouse, config } = platform;
  await inSnapshot(db, async (client) => {
    const manifest: Manifest = {
      format: 1,
      madeAt: new Date().toISOString(),
      postgresMigrations: await listMigrations(client),
      warehouseMigrations: await appliedWarehouseMigrations(warehouse),
      tables: await listTables(client),
    };
    await archive.add('manifest.json', JSON.stringify(manifest));
    await archive.add('postgres/summary.json', JSON.stringify(await dumpTables(client, manifest.tables, archive)));
  });
  const warehouseRows = await dumpWarehouse(warehouse, archive);
  const files = await addFiles(config.dataDir, archive);
  const key = join(config.dataDir, 'secrets.key');
  if (existsSync(key)) await archive.addFile('secrets.key', key);
  await archive.add('end.json', JSON.stringify({ warehouseRows, files }));
}

async function addFiles(dataDir: string, archive: ArchiveWriter): Promise<number> {
  const root = join(dataDir, 'files');
  const folders = (await readdir(root)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  let files = 0;
  for (const folder of folders) {
    for (const id of await readdir(join(root, folder))) {
      const isAdded = await archive.addFile(`files/${folder}/${id}`, join(root, folder, id)).then(() => true, unlessMissing);
      if (isAdded) files += 1;
    }
  }
  return files;
}

/** Files are never changed once stored; one that somebody removes meanwhile is no longer wanted. */
function unlessMissing(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false;
  throw error;
}
