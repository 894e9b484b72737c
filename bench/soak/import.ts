/**
 * `npm run soak -- import [rounds] [seed] [path preset]`: imports killed at random, each compared with an undisturbed one. Of a made-up file
 * unless a path and its preset are given.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { presetName } from '../../contract/imports.ts';
import { importThroughCrashes, stateOf, writeCrashFile } from '../../server/intake/files/fixtures/crash.ts';

const rounds = Number(process.argv[2] || 25);
const firstSeed = Number(process.argv[3] || Date.now() % 1_000_000);
const folder = await mkdtemp(join(tmpdir(), 'prilavok-soak-import-'));
try {
  const path = process.argv[4] ?? join(folder, 'orders.csv');
  const preset = presetName.parse(process.argv[5] ?? 'table');
  if (!process.argv[4]) await writeCrashFile(path, 60_000);
  const { end: undisturbed } = await importThroughCrashes(path, 0, 0, preset);
  let kills = 0;
  let different = 0;
  for (let round = 0; round < rounds; round += 1) {
    const seed = firstSeed + round;
    const { end, killed } = await importThroughCrashes(path, seed, 4, preset);
    const same = isDeepStrictEqual(stateOf(end), stateOf(undisturbed));
    kills += killed;
    if (!same) different += 1;
    process.stdout.write(`seed ${seed}: killed ${killed} times, ${same ? 'same' : `DIFFERENT ${JSON.stringify(end)}`}\n`);
  }
  process.stdout.write(`${JSON.stringify({ rounds, kills, different })}\n`);
  process.exitCode = different === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}
