import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { connectRooms } from '../../house.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { takeBack } from '../ingest/index.ts';
import { importPath } from './command.ts';
import { dumpRecords } from './fixtures/dump.ts';
import { channelForFiles } from './runs/channel.ts';
import { carryOut } from './runs/run.ts';
import { addRun, chooseSettings, findRun, listBadRows } from './runs/store.ts';

let platform: OpenPlatform;
let folder: string;

beforeAll(async () => {
  connectRooms();
  platform = await openTestPlatform();
  folder = await mkdtemp(join(tmpdir(), 'prilavok-imports-'));
});

afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true });
});

const fixture = (path: string) => fileURLToPath(new URL(`presets/${path}`, import.meta.url));

const header = 'Номер заказа;Дата заказа;Статус;Телефон;Артикул;Товар;Количество;Цена;Дата изменения';

async function file(name: string, rows: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, [header, ...rows].join('\n'));
  return path;
}

const importFile = (path: string, options: Partial<Parameters<typeof importPath>[2]> = {}) =>
  importPath(platform, path, { duplicates: 'update', ...options });

test('[INT-11] every good row gets in, every bad one is reported with line and reason', async () => {
  const report = await importFile(fixture('online-retail/fixtures'), { preset: 'online-retail' });
  expect(report).toMatchObject({
    state: 'done',
    rows: { read: 9, bad: 1 },
    counts: { orders: 5, returns: 1, lines: 8, buyers: 2 },
    sums: { GBP: { goods: '36.64', delivery: '18.00', other: '-11062.06', returned: '27.50', total: '-11034.92' } },
  });
  expect(await listBadRows(platform.db.db, report.import, 0, 10)).toMatchObject([
    { file: 'online_retail.csv', line: 10, column: 'Quantity', reason: 'not_a_number' },
  ]);
});

test('[INT-11] the same file twice changes nothing, and goods of order lines are in the catalogue', async () => {
  const before = await dumpRecords(platform.db.db);
  const report = await importFile(fixture('online-retail/fixtures'), { preset: 'online-retail' });
  expect([report.changes, report.counts.orders]).toEqual([0, 5]);
  expect(await dumpRecords(platform.db.db)).toEqual(before);
  const { rows } = await sql<{ name: string }>`
    select p.name from orders.lines l join catalog.products p on p.id = l.product_id where l.sku = '85123A'`.execute(platform.db.db);
  expect(rows).toEqual([{ name: 'WHITE HANGING HEART' }]);
});

test('[INT-11] duplicates are updated, left, or judged by their change time', async () => {
  const channel = 'Rules';
  const first = await file('first.csv', ['1;22.11.2026 10:00;Новый;+79120000001;A-1;Кружка;1;100,00;22.11.2026 12:00']);
  const older = await file('older.csv', [
    '1;22.11.2026 10:00;Отменён;+79120000001;A-1;Кружка;1;100,00;22.11.2026 11:00',
    '2;22.11.2026 10:00;Новый;;A-1;Кружка;2;100,00;',
  ]);
  const totals = async (path: string, duplicates: 'update' | 'skip' | 'newest') =>
    (await importFile(path, { channel, duplicates })).records.order;
  expect(await totals(first, 'newest')).toMatchObject({ created: 1 });
  expect(await totals(older, 'skip')).toMatchObject({ created: 1 });
  expect(await totals(older, 'newest')).toMatchObject({ late: 1, unchanged: 1, updated: 0 });
  expect(await totals(older, 'update')).toMatchObject({ updated: 1 });
});

test('[INT-11] undo removes what the import made and restores what it changed', async () => {
  const channel = 'Undo';
  const base = await file('base.csv', [
    '10;22.11.2026;Новый;+79120000010;B-1;Чайник;1;2 000,00;',
    '11;22.11.2026;Новый;+79120000011;B-2;Ложка;3;10,50;',
  ]);
  const next = await file('next.csv', [
    '10;22.11.2026;Выполнен;+79120000010;B-1;Чайник;2;1 900,00;',
    '12;23.11.2026;Новый;+79120000012;B-3;Вилка;1;20,00;',
    '13;23.11.2026;Новый;+79120000011;B-2;Ложка;1;10,50;',
  ]);
  await importFile(base, { channel });
  const before = await dumpRecords(platform.db.db);
  const report = await importFile(next, { channel });
  expect(report.records.order).toMatchObject({ created: 2, updated: 1 });
  expect(await dumpRecords(platform.db.db)).not.toEqual(before);
  await takeBack(platform, report.import, async () => {});
  expect(await dumpRecords(platform.db.db)).toEqual(before);
});

test('[INT-11] undo keeps a buyer whom others need meanwhile; goods that only the undone file brought are waited for again', async () => {
  const first = await file('u1.csv', ['20;22.11.2026;Новый;+79120000020;C-1;Стол;1;500,00;']);
  const second = await file('u2.csv', ['21;22.11.2026;Новый;+79120000020;C-1;Стол;1;500,00;']);
  const report = await importFile(first, { channel: 'Kept' });
  await importFile(second, { channel: 'Kept' });
  await takeBack(platform, report.import, async () => {});
  const { rows } = await sql<{ number: string; orders: number; flags: string[] }>`
    select o.number, c.orders_count as orders, o.flags from orders.orders o join customers.totals c on c.customer_id = o.customer_id
    join orders.lines l on l.order_id = o.id where l.sku = 'C-1'`.execute(platform.db.db);
  expect(rows).toEqual([{ number: '21', orders: 1, flags: ['unknown_product'] }]);
});

async function beginRun(path: string, channel: string): Promise<number> {
  return platform.db.transaction(async (tx) => {
    const run = await addRun(tx, { fileName: 'long.csv', fileId: null, path, fingerprint: path, preset: 'table', createdBy: null });
    const channelId = await channelForFiles(tx, 'table', channel);
    await chooseSettings(tx, run.id, { preset: 'table', mapping: null, duplicates: 'update', channelId });
    return run.id;
  });
}

test('[INT-11] an import that stops at any batch goes on from there and ends as if it had not', { timeout: 180_000 }, async () => {
  const rows = Array.from(
    { length: 22_000 },
    (_, i) => `L${i};22.11.2026;Новый;;D-${i % 50};Товар ${i % 50};${i % 997 === 0 ? 'много' : 1};10,00;`,
  );
  const path = await file('long.csv', rows);
  const runId = await beginRun(path, 'Long');
  const stops: number[] = [];
  for (let tries = 0; (await findRun(platform.db.db, runId))?.state !== 'done' && tries < 20; tries += 1) {
    const stop = new AbortController();
    const progress = async (done: number) => {
      stops.push(done);
      if (stops.length <= 6) stop.abort(new Error('the process ends'));
    };
    await carryOut(platform, runId, { signal: stop.signal, progress }).catch(() => {});
  }
  const run = await findRun(platform.db.db, runId);
  expect(stops.length).toBeGreaterThan(3);
  expect(run).toMatchObject({
    state: 'done',
    rowsDone: 22_000,
    rowsBad: 23,
    tally: { orders: 21_977, lines: 21_977 },
    sums: { GBP: { total: 21_977_000 } },
  });
  expect(run?.counts.order).toMatchObject({ created: 21_977, updated: 0, unchanged: 0 });
  const bad = await listBadRows(platform.db.db, runId, 0, 100);
  expect(bad.map(({ line }) => line)).toEqual(Array.from({ length: 23 }, (_, i) => i * 997 + 2));
});
