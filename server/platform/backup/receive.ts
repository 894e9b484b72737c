/** Takes the entries of a backup, in the order they were written, each to its machine. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../postgres/database.ts';
import { migrate } from '../postgres/migrate.ts';
import { migrateWarehouse } from '../warehouse/migrate.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { ArchiveEntry } from './archive.ts';
import { endSchema, manifestSchema, summarySchema } from './manifest.ts';
import { type PostgresLoad, startLoad } from './postgres-load.ts';
import { loadWarehousePiece } from './warehouse-dump.ts';

export interface Receiver {
  take(entry: ArchiveEntry): Promise<void>;
  /** @throws Error when the backup broke off */
  insistOnEnd(): void;
  close(): Promise<void>;
}

interface Machines {
  /** Where files and the key go. */
  dataDir: string;
  db: Database;
  warehouse: Warehouse;
}

/** Where the receiving stands. */
interface Received {
  load: PostgresLoad | null;
  warehouseRows: Record<string, number>;
  files: number;
  isWhole: boolean;
}

export function receive(machines: Machines): Receiver {
  const received: Received = { load: null, warehouseRows: {}, files: 0, isWhole: false };
  return {
    take: async (entry) => {
      const [place = '', name = ''] = entry.name.split('/');
      const take = entry.name === 'postgres/summary.json' ? takeSummary : takers[place];
      if (!take) throw damaged(`${entry.name} is not known`);
      await take(machines, received, entry, name);
    },
    insistOnEnd: () => {
      if (!received.isWhole) throw damaged('it breaks off');
    },
    close: async () => {
      await received.load?.close();
    },
  };
}

type Take = (machines: Machines, received: Received, entry: ArchiveEntry, name: string) => Promise<void>;

const takers: Record<string, Take> = {
  'manifest.json': async ({ db, warehouse }, received, entry) => {
    const manifest = manifestSchema.parse(await readJson(entry));
    await migrate(db.db, { only: manifest.postgresMigrations });
    await migrateWarehouse(warehouse, { only: manifest.warehouseMigrations });
    received.load = await startLoad(db, manifest.tables);
  },
  postgres: async (_, received, entry, table) => {
    if (!received.load) throw damaged('it does not begin with its manifest');
    await received.load.add(table, await entry.content());
  },
  warehouse: async ({ warehouse }, received, entry, table) => {
    const rows = await loadWarehousePiece(warehouse, table, await entry.content());
    received.warehouseRows[table] = (received.warehouseRows[table] ?? 0) + rows;
  },
  files: async ({ dataDir }, received, entry) => {
    if (!/^files\/[0-9a-f]{2}\/[0-9a-f]{32}$/.test(entry.name)) throw damaged(`${entry.name} is not a file of ours`);
    await writeFile(entry, join(dataDir, entry.name));
    received.files += 1;
  },
  'secrets.key': ({ dataDir }, _, entry) => writeFile(entry, join(dataDir, 'secrets.key')),
  'end.json': async (_, received, entry) => {
    const end = endSchema.parse(await readJson(entry));
    const isComplete = Object.entries(end.warehouseRows).every(([table, rows]) => (received.warehouseRows[table] ?? 0) === rows);
    if (!isComplete || end.files !== received.files) throw damaged('facts or files are missing');
    received.isWhole = true;
  },
};

const takeSummary: Take = async (_, received, entry) => {
  await received.load?.finish(summarySchema.parse(await readJson(entry)));
};

async function readJson(entry: ArchiveEntry): Promise<unknown> {
  return JSON.parse((await entry.content()).toString('utf8'));
}

async function writeFile(entry: ArchiveEntry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(entry.stream, createWriteStream(path, { mode: 0o600, flush: true }));
}

function damaged(what: string): Error {
  return new Error(`The backup is damaged: ${what}`);
}
