import { expect, test } from 'vitest';
import { returnRates } from './return-rates.ts';

test('[ANL-2] the share of returns of a day looks a week back and is unknown where nothing sold', () => {
  const ordered = [0, 4, 0, 0, 0, 0, 0, 0, 2];
  const returned = [0, 0, 1, 0, 0, 0, 0, 0, 0];
  expect(returnRates(ordered, returned)).toEqual([null, 0, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.5]);
});
