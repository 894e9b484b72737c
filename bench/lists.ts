/**
 * `npm run bench -- lists [scale] [folder]`: pages of the order and customer lists through the whole HTTP floor beside the bare query by hand,
 * alternating in one run. Scale 50 is about 1,000,000 customers and 2,300,000 orders of the demo generator; a folder keeps them for the
 * next run. Goal: ratio <= 1.3, deep pages included.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { permissions } from '../contract/access.ts';
import { rooms } from '../server/app.ts';
import { connectRooms } from '../server/house.ts';
import { buildHttp } from '../server/platform/http/server.ts';
import { openLog } from '../server/platform/log.ts';
import { openPlatform } from '../server/platform/open.ts';
import { type Case, customerCases, orderCases } from './lists/cases.ts';

const scale = Number(process.argv[2] || 50);
const kept = process.argv[3];
const rounds = 15;

const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'prilavok-bench-lists-')));
if (!existsSync(join(dataDir, 'postgres'))) await fill();
const platform = await openPlatform({ port: 0, host: '127.0.0.1', dataDir, databaseUrl: null, clickhouseUrl: null }, openLog('error'));
try {
  connectRooms();
  await sql`vacuum analyze`.execute(platform.db.db);
  const { rows } = await sql<{ customers: number; orders: number }>`select (select count(*) from customers.customers) as customers,
    (select count(*) from orders.orders) as orders`.execute(platform.db.db);
  console.log(`${rows[0]?.customers} customers, ${rows[0]?.orders} orders`);
  const owner = { kind: 'person', id: '1', name: 'Bench', role: 'owner', permissions: new Set(permissions) } as const;
  const http = await buildHttp({ platform, rooms, projections: [], identify: async () => owner });
  const results = [];
  for (const one of [...orderCases, ...customerCases])
    results.push(await measure(one, async (url) => (await http.inject({ url })).statusCode));
  await http.close();
  console.log(
    JSON.stringify({ worstRatio: Math.max(...results.map(({ ratio }) => ratio)), slowestMs: Math.max(...results.map(({ ours }) => ours)) }),
  );
} finally {
  await platform.close();
  if (!kept) await rm(dataDir, { recursive: true });
}

/** By the command that anyone may run. */
async function fill(): Promise<void> {
  const started = Date.now();
  const cli = fileURLToPath(new URL('../server/cli.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [cli, '--data', dataDir, 'demo', '--scale', String(scale), '--no-events'], {
    maxBuffer: 1e9,
  });
  console.log(`made in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Median milliseconds of both, each warmed once; the two alternate so that the machine's moods fall on both. */
async function measure(one: Case, get: (url: string) => Promise<number>) {
  const url = await one.url(platform.db.db);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const status = await timed(() => get(url), round > 0 ? ours : []);
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    await timed(() => one.bare(platform.db.db), round > 0 ? bare : []);
  }
  const result = { ours: median(ours), bare: median(bare), ratio: median(ours) / median(bare) };
  console.log(
    `${one.name.padEnd(42)} ${result.ours.toFixed(1).padStart(8)} ms  bare ${result.bare.toFixed(1).padStart(8)} ms  ratio ${result.ratio.toFixed(2)}`,
  );
  return result;
}

async function timed<T>(work: () => Promise<T>, times: number[]): Promise<T> {
  const started = performance.now();
  const result = await work();
  times.push(performance.now() - started);
  return result;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
