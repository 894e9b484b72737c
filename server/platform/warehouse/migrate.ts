/** Brings the warehouse tables to the shape this version expects: the numbered files of `migrations/warehouse`, each run once. */
import { readFile } from 'node:fs/promises';
import { chooseMigrations } from '../migration-files.ts';
import type { Warehouse } from './warehouse.ts';

const ownFolder = new URL('../../../migrations/warehouse/', import.meta.url);

export interface WarehouseMigrationChoice {
  folder?: URL;
  /** Just these, for a restore; otherwise all of the folder. */
  only?: readonly string[];
}

/** The files that have not run here, in the order of their names. */
export async function pendingWarehouseMigrations(
  warehouse: Warehouse,
  { folder = ownFolder, only }: WarehouseMigrationChoice = {},
): Promise<string[]> {
  const applied = new Set(await appliedWarehouseMigrations(warehouse));
  return (await chooseMigrations(folder, only)).filter((name) => !applied.has(name));
}

export async function appliedWarehouseMigrations(warehouse: Warehouse): Promise<string[]> {
  await warehouse.command(
    'CREATE TABLE IF NOT EXISTS applied_migrations (name String, at DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY name SETTINGS fsync_after_insert = 1, fsync_part_directory = 1',
  );
  return (await warehouse.query<{ name: string }>('SELECT DISTINCT name FROM applied_migrations ORDER BY name')).map((row) => row.name);
}

/**
 * Runs what is pending. ClickHouse has no transactions for DDL, so after a crash a file runs again from its start: statements
 * say `IF NOT EXISTS`, `IF EXISTS`. One caller at a time.
 * @returns the names of the files that ran
 * @throws Error in words naming the file that failed
 */
export async function migrateWarehouse(warehouse: Warehouse, choice: WarehouseMigrationChoice = {}): Promise<string[]> {
  const { folder = ownFolder } = choice;
  const pending = await pendingWarehouseMigrations(warehouse, choice);
  for (const name of pending) await apply(warehouse, name, await readFile(new URL(`${name}.sql`, folder), 'utf8'));
  return pending;
}

async function apply(warehouse: Warehouse, name: string, text: string): Promise<void> {
  const statements = text.split(/;\s*\n/).filter((statement) => statement.replace(/--.*$/gm, '').trim());
  try {
    for (const statement of statements) await warehouse.command(statement.trim().replace(/;$/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Updating the warehouse failed in ${name}: ${reason}`, { cause });
  }
  await warehouse.insert('applied_migrations', [{ name }]);
}
