/** Opens an installation in the folder named by its argument and writes into both databases until it is killed, telling each number once it is stored. */
import { sql } from 'kysely';
import { openLog } from '../../server/platform/log.ts';
import { openPlatform } from '../../server/platform/open.ts';

const config = { port: 0, host: '127.0.0.1', dataDir: process.argv[2] ?? '', databaseUrl: null, clickhouseUrl: null };
const { db, warehouse } = await openPlatform(config, openLog('silent'));
await sql`create table if not exists public.written (n int primary key)`.execute(db.db);
await warehouse.command(
  'CREATE TABLE IF NOT EXISTS written (n UInt32) ENGINE = MergeTree ORDER BY n SETTINGS fsync_after_insert = 1, fsync_part_directory = 1',
);
const { rows } = await sql<{ last: number }>`select coalesce(max(n), 0) as last from public.written`.execute(db.db);
process.stdout.write('open\n');
for (let n = (rows[0]?.last ?? 0) + 1; ; n += 1) {
  await db.transaction(async (tx) => {
    await sql`insert into public.written values (${n})`.execute(tx);
  });
  await warehouse.insert('written', [{ n }]);
  process.stdout.write(`stored ${n}\n`);
}
