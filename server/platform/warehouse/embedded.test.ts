import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmbeddedWarehouse } from './embedded.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prilavok-warehouse-'));
});
afterEach(() => rm(folder, { recursive: true }));

const endless = 'SELECT count() AS n FROM numbers_mt(1000000000000) WHERE sipHash64(number) = 1';

test('[OPS-2] closing stops questions that run and refuses those that wait', async () => {
  const warehouse = await openEmbeddedWarehouse(folder);
  const asked = Array.from({ length: 5 }, () => warehouse.query(endless).catch((error: Error) => error));
  await warehouse.close();
  const outcomes = await Promise.all(asked);
  expect(outcomes.every((outcome) => outcome instanceof Error)).toBe(true);
});

test('[OPS-3] a question may take neither all the memory nor all the time', async () => {
  const warehouse = await openEmbeddedWarehouse(folder);
  const limits = await warehouse.query<{ name: string; value: string }>(
    "SELECT name, value FROM system.settings WHERE name IN ('max_memory_usage', 'max_execution_time') UNION ALL SELECT name, value FROM system.server_settings WHERE name = 'max_server_memory_usage'",
  );
  const limit = Object.fromEntries(limits.map(({ name, value }) => [name, Number(value)]));
  expect(limit.max_execution_time).toBe(60);
  expect(limit.max_memory_usage).toBeGreaterThan(0);
  expect(limit.max_memory_usage).toBeLessThan(limit.max_server_memory_usage ?? 0);
  await expect(warehouse.query(`${endless} SETTINGS max_execution_time = 0.2`)).rejects.toMatchObject({ code: '159' });
  await warehouse.close();
});

test('a long answer that nobody reads to its end is dropped by the engine', async () => {
  const warehouse = await openEmbeddedWarehouse(folder);
  for await (const rows of warehouse.queryStream<{ n: number }>('SELECT number AS n FROM numbers(1000000000000)')) {
    expect(rows.length).toBeGreaterThan(0);
    break;
  }
  expect(await warehouse.query("SELECT count() AS running FROM system.processes WHERE query LIKE '%numbers(1000000000000)' ")).toEqual([
    { running: 0 },
  ]);
  await warehouse.close();
});

test('[OPS-2] what was stored is there after the engine opens again', async () => {
  const first = await openEmbeddedWarehouse(folder);
  await first.command('CREATE TABLE kept (n UInt32) ENGINE = MergeTree ORDER BY n');
  await first.insert('kept', [{ n: 42 }]);
  await first.close();
  const second = await openEmbeddedWarehouse(folder);
  expect(await second.query('SELECT n FROM kept')).toEqual([{ n: 42 }]);
  await second.close();
});
