import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CrashEnd, importThroughCrashes, stateOf, writeCrashFile } from './fixtures/crash.ts';

let folder: string;
let path: string;
let undisturbed: CrashEnd;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prilavok-crash-file-'));
  path = join(folder, 'orders.csv');
  await writeCrashFile(path, 12_000);
  undisturbed = (await importThroughCrashes(path, 0, 0)).end;
});

afterAll(() => rm(folder, { recursive: true }));

test('[INT-11] an undisturbed import of the crash file gets every good row in', () => {
  expect(undisturbed).toMatchObject({ resumed: false, rows: { read: 24_000, bad: 240 }, counts: { orders: 11_880, lines: 23_760 } });
});

test.each([1, 2])(
  '[INT-11] killed at random (seed %i), an import goes on and ends in the same state',
  { timeout: 240_000 },
  async (seed) => {
    const { end, killed } = await importThroughCrashes(path, seed, 2);
    expect(killed).toBeGreaterThan(0);
    expect(stateOf(end)).toEqual(stateOf(undisturbed));
  },
);
