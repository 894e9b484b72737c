import { expect, test } from 'vitest';
import { writeThroughCrashes } from './fixtures/crash.ts';

test('[COL-13] a server killed at random while programs write loses nothing acknowledged and doubles nothing', {
  timeout: 240_000,
}, async () => {
  const { kills, acknowledged, lost, doubled, sum, expectedSum } = await writeThroughCrashes(7, 3);
  expect({ kills, lost, doubled, sum }).toEqual({ kills: 3, lost: 0, doubled: 0, sum: expectedSum });
  expect(acknowledged).toBeGreaterThan(0);
});
