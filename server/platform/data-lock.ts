/** One process per data folder: a second one would corrupt what the first writes. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface DataLock {
  release(): void;
}

/**
 * Takes the folder, made where it is missing, for this process. The lock is the operating system's own lock on a file, taken through SQLite: it ends with its
 * process however that ends, so it is never stale, not even when the process number is given to another program.
 * @throws Error in words, naming the process that has the folder.
 */
export function lockData(dataDir: string): DataLock {
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(join(dataDir, 'lock'));
  try {
    file.exec('begin immediate; create table if not exists holder (pid integer); delete from holder');
    file.prepare('insert into holder values (?)').run(process.pid);
    // Another process may slip in between these two; then ours is the one refused.
    file.exec('commit; begin immediate');
  } catch (error) {
    throw isBusy(error) ? inUse(dataDir, file) : error;
  }
  return { release: () => file.close() };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function inUse(dataDir: string, file: DatabaseSync): Error {
  const holder = readHolder(file);
  file.close();
  const who = holder ? ` (process ${holder})` : '';
  return new Error(
    `Another Prilavok${who} is working with the data folder ${dataDir}. Stop it first, or choose another folder in DATA_DIR.`,
  );
}

function readHolder(file: DatabaseSync): number | undefined {
  const row = file.prepare('select pid from holder').get();
  return typeof row?.pid === 'number' ? row.pid : undefined;
}
