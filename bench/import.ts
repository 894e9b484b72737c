/**
 * `npm run bench -- import`: rows a second beside a bare COPY of the same resulting rows in the same engine, peak memory for one and
 * four times the rows, and a spreadsheet of 100,000 rows. Goals: ratio >= 0.5, memory flat, spreadsheet <= 60 s.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ordersXlsx, writeOrdersCsv } from './import/make-orders.ts';

interface Measured {
  rows: number;
  seconds: number;
  peakMb: number;
  bare: { rows: number; seconds: number } | null;
}

const onlineRetail = fileURLToPath(new URL('../../shared/data/online_retail', import.meta.url));
const rows = Number(process.argv[2] || 200_000);
const folder = await mkdtemp(join(tmpdir(), 'prilavok-bench-import-'));
try {
  const one = join(folder, 'orders-1x.csv');
  const four = join(folder, 'orders-4x.csv');
  const sheet = join(folder, 'orders.xlsx');
  await writeOrdersCsv(one, rows);
  await writeOrdersCsv(four, rows * 4);
  await writeFile(sheet, ordersXlsx(100_000));
  const small = await measure(one, 'table', true);
  const large = await measure(four, 'table', true);
  const real = existsSync(onlineRetail) ? await measure(onlineRetail, 'online-retail', true) : null;
  const spreadsheet = await measure(sheet, 'table', false);
  tell('orders, 1x', small);
  tell('orders, 4x', large);
  if (real) tell('UCI Online Retail', real);
  tell('spreadsheet', spreadsheet);
  const result = {
    ratio: ratioOf(large),
    realRatio: real && ratioOf(real),
    peakMb: [small.peakMb, large.peakMb],
    spreadsheetSeconds: spreadsheet.seconds,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await rm(folder, { recursive: true });
}

async function measure(path: string, preset: string, compare: boolean): Promise<Measured> {
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const child = fileURLToPath(new URL('import/child.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [child, dataDir, path, preset, ...(compare ? ['compare'] : [])], {
    maxBuffer: 1e8,
  });
  await rm(dataDir, { recursive: true });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
}

/** Time of the bare COPY over the time of the import. */
function ratioOf({ seconds, bare }: Measured): number | null {
  return bare && Math.round((bare.seconds / seconds) * 100) / 100;
}

function tell(name: string, measured: Measured): void {
  const { rows: read, seconds, peakMb, bare } = measured;
  const beside = bare ? `; bare COPY of its ${bare.rows} rows ${bare.seconds.toFixed(2)} s, ratio ${ratioOf(measured)}` : '';
  process.stdout.write(`${name}: ${read} rows in ${seconds} s, ${Math.round(read / seconds)}/s, peak ${peakMb} MB${beside}\n`);
}
