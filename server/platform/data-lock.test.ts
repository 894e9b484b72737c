import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChild } from '../../tests/rig/child.ts';
import { lockData } from './data-lock.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prilavok-lock-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('[OPS-2] a second process on the same data folder is refused in words that name the first', async () => {
  const first = startChild('hold-lock.ts', [folder]);
  await first.says(/locked/);
  const second = await startChild('hold-lock.ts', [folder]).ended;
  expect(second.code).toBe(1);
  expect(second.complaint).toContain(`Another Prilavok (process ${first.pid}) is working with the data folder ${folder}. Stop it first`);
  await first.kill();
});

test('[OPS-2] the folder is free at once after kill -9 of its process', async () => {
  const first = startChild('hold-lock.ts', [folder]);
  await first.says(/locked/);
  expect(() => lockData(folder)).toThrow('Another Prilavok');
  await first.kill();
  expect(() => lockData(folder).release()).not.toThrow();
});

test('[OPS-2] a process number left in the lock by a dead process does not keep anyone out, even if it is ours', async () => {
  lockData(folder).release();
  const again = lockData(folder);
  expect(() => lockData(folder)).toThrow(`process ${process.pid}`);
  again.release();
});
