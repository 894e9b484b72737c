import { randomInt } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startChild } from '../../tests/rig/child.ts';
import type { Config } from './config.ts';
import { openLog } from './log.ts';
import { openPlatform } from './open.ts';

const log = openLog('silent');

let config: Config;
beforeEach(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'prilavok-open-'));
  config = { port: 0, host: '127.0.0.1', dataDir, databaseUrl: null, clickhouseUrl: null };
});
afterEach(() => rm(config.dataDir, { recursive: true }));

test('[OPS-2] after kill -9 the next start has every row that was acknowledged, in both databases', { timeout: 120_000 }, async () => {
  let acknowledged = 0;
  for (let round = 0; round < 3; round += 1) {
    const writer = startChild('write-forever.ts', [config.dataDir]);
    await writer.says(new RegExp(`stored ${acknowledged + randomInt(20, 60)}$`));
    await writer.kill();
    acknowledged = Number(writer.lines.at(-1)?.replace('stored ', ''));
  }
  const platform = await openPlatform(config, log);
  const { rows } = await sql<{ rows: number; last: number }>`select count(*) as rows, max(n) as last from public.written`.execute(
    platform.db.db,
  );
  const [facts] = await platform.warehouse.query<{ rows: number; last: number }>('SELECT count() AS rows, max(n) AS last FROM written');
  await platform.close();
  // At most the one write that was under way when the process died may be there beyond the acknowledged ones.
  expect(rows[0]?.rows).toBe(rows[0]?.last);
  expect([acknowledged, acknowledged + 1]).toContain(rows[0]?.last);
  expect([acknowledged, acknowledged + 1]).toContain(facts?.last);
});

test('[OPS-2] a second process on the same data folder is refused before it touches anything', async () => {
  const platform = await openPlatform(config, log);
  const second = await startChild('write-forever.ts', [config.dataDir]).ended;
  expect(second.code).toBe(1);
  expect(second.complaint).toContain(`Another Prilavok (process ${process.pid})`);
  await sql`select 1`.execute(platform.db.db);
  await platform.close();
});

test('[TRN-2] what is there is backed up before an update changes it, and not when there is nothing to update', async () => {
  const first = await openPlatform(config, log);
  await first.warehouse.command('TRUNCATE TABLE applied_migrations');
  await first.close();
  const updated = await openPlatform(config, log);
  const backups = await readdir(join(config.dataDir, 'backups'));
  await updated.close();
  expect(backups).toEqual([expect.stringMatching(/^automatic-\d{8}T\d{9}Z\.tar\.zst$/)]);
  await (await openPlatform(config, log)).close();
  expect(await readdir(join(config.dataDir, 'backups'))).toEqual(backups);
});

test('what was started is stopped again when a later machine does not start', async () => {
  await expect(openPlatform({ ...config, clickhouseUrl: 'http://127.0.0.1:1' }, log)).rejects.toThrow('CLICKHOUSE_URL does not answer');
  await (await openPlatform(config, log)).close();
});
