/** The yardstick: the rows that an import left in the database, copied as they are into tables with the same columns and indexes. */
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

const tables = [
  'orders.orders',
  'orders.lines',
  'orders.payments',
  'orders.history',
  'orders.returns',
  'orders.return_lines',
  'customers.customers',
  'customers.identities',
  'catalog.products',
  'catalog.offers',
  'catalog.prices',
  'feedback.reviews',
];

export interface BareCopy {
  rows: number;
  seconds: number;
}

/** @param folder for the rows on their way */
export async function timeBareCopy(pool: pg.Pool, folder: string): Promise<BareCopy> {
  const client = await pool.connect();
  try {
    let rows = 0;
    let seconds = 0;
    for (const table of tables) {
      const path = join(folder, 'rows');
      const twin = `bare_${table.replace('.', '_')}`;
      await pipeline(client.query(to(`copy ${table} to stdout`)), createWriteStream(path));
      await client.query(`create table public.${twin} (like ${table} including all)`);
      const started = performance.now();
      await pipeline(createReadStream(path), client.query(from(`copy public.${twin} from stdin`)));
      seconds += (performance.now() - started) / 1000;
      const counted = await client.query<{ count: number }>(`select count(*) as count from public.${twin}`);
      rows += counted.rows[0]?.count ?? 0;
      await client.query(`drop table public.${twin}`);
    }
    return { rows, seconds };
  } finally {
    client.release();
  }
}
