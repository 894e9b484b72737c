/** Brings the tables to the shape this version expects: the numbered files of `migrations/postgres`, each run once, never back. */
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { type Migration, type MigrationInfo, Migrator } from 'kysely/migration';
import { chooseMigrations } from '../migration-files.ts';
import type { Db } from './database.ts';

const ownFolder = new URL('../../../migrations/postgres/', import.meta.url);

export interface PendingMigrations {
  /** Whether earlier migrations have run here, so that there may be data to lose. */
  isExistingInstallation: boolean;
  names: string[];
}

export interface MigrationChoice {
  folder?: URL;
  /** Just these, for a restore, which needs the tables as they were; otherwise all of the folder. */
  only?: readonly string[];
}

/** What `migrate` would do now. */
export async function pendingMigrations(db: Db, choice: MigrationChoice = {}): Promise<PendingMigrations> {
  const all: readonly MigrationInfo[] = await openMigrator(db, choice).getMigrations();
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
export async function migrate(db: Db, choice: MigrationChoice = {}): Promise<string[]> {
  const { error, results = [] } = await openMigrator(db, choice).migrateToLatest();
  if (error) throw inWords(error, results.find((result) => result.status === 'Error')?.migrationName);
  return results.map((result) => result.migrationName);
}

function openMigrator(db: Db, choice: MigrationChoice): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => readMigrations(choice) },
    migrationTableSchema: 'migrations',
    migrationTableName: 'applied',
    migrationLockTableName: 'lock',
    // Rooms number theirs independently, so a lower number may arrive after a higher one.
    allowUnorderedMigrations: true,
  });
}

async function readMigrations({ folder = ownFolder, only }: MigrationChoice): Promise<Record<string, Migration>> {
  const names = await chooseMigrations(folder, only);
  return Object.fromEntries(names.map((name) => [name, fromFile(new URL(`${name}.sql`, folder))]));
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
