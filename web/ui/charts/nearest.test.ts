import { expect, test } from 'vitest';
import { nearestSeries } from './nearest.ts';

test('[ANL-2] a click means the line nearest to it', () => {
  const series = [
    { name: 'a', values: [10, 50] },
    { name: 'b', values: [20, null] },
  ];
  expect([nearestSeries(series, 0, 11), nearestSeries(series, 0, 18), nearestSeries(series, 1, 0)]).toEqual([0, 1, 0]);
});
