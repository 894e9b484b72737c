/** Brings the tables to the shape this version expects: the numbered files of `migrations/postgres`, each run once, never back. */
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { type Migration, type MigrationInfo, Migrator } from 'kysely/migration';
import type { Db } from './database.ts';

const ownFolder = new URL('../../../migrations/postgres/', import.meta.url);

export interface PendingMigrations {
  /** Whether earlier migrations have run here, so that there may be data to lose. */
  isExistingInstallation: boolean;
  names: string[];
}

/** What `migrate` would do now. */
export async function pendingMigrations(db: Db, folder: URL = ownFolder): Promise<PendingMigrations> {
  const all: readonly MigrationInfo[] = await openMigrator(db, folder).getMigrations();
  return {
    isExistingInstallation: all.some((migration) => migration.executedAt),
    names: all.filter((migration) => !migration.executedAt).map((migration) => migration.name),
  };
}

/**
 * Runs what is pending, in one transaction: all or nothing. Safe to call from several processes at once.
 * @returns the names of the migrations that ran
 * @throws Error in words naming the migration that failed
 */
export async function migrate(db: Db, folder: URL = ownFolder): Promise<string[]> {
  const { error, results = [] } = await openMigrator(db, folder).migrateToLatest();
  if (error) throw inWords(error, results.find((result) => result.status === 'Error')?.migrationName);
  return results.map((result) => result.migrationName);
}

function openMigrator(db: Db, folder: URL): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => readMigrations(folder) },
    migrationTableSchema: 'migrations',
    migrationTableName: 'applied',
    migrationLockTableName: 'lock',
    // Rooms number theirs independently, so a lower number may arrive after a higher one.
    allowUnorderedMigrations: true,
  });
}

async function readMigrations(folder: URL): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'));
  return Object.fromEntries(files.map((file) => [file.slice(0, -'.sql'.length), fromFile(new URL(file, folder))]));
}

function fromFile(file: URL): Migration {
  return {
    up: async (db: Db) => {
      await sql.raw(await readFile(file, 'utf8')).execute(db);
    },
  };
}

function inWords(cause: unknown, failed: string | undefined): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/previously executed migration .* is missing/.test(reason)) {
    return new Error('The database was used by a newer version of Prilavok. Install that version or restore an older backup.', { cause });
  }
  return new Error(`Updating the database failed${failed ? ` in ${failed}` : ''}: ${reason}`, { cause });
}
