import { expect, test } from 'vitest';
import { Random, unitOf } from './random.ts';

const many = 40_000;

function moments(draw: () => number): { mean: number; variance: number } {
  const values = Array.from({ length: many }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / many;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many };
}

test('a seeded stream is the same for ever', () => {
  const random = new Random(7, 1);
  expect(Array.from({ length: 3 }, () => random.whole(0, 999_999))).toEqual([980_045, 113_461, 433_176]);
  expect(unitOf(7, 42, 1)).toBeCloseTo(0.6885678512044251, 12);
});

test.each([
  ['unit', (random: Random) => random.unit(), 1 / 2, 1 / 12],
  ['exponential', (random: Random) => random.exponential(3), 3, 9],
  ['normal', (random: Random) => random.normal(), 0, 1],
  ['gamma below 1', (random: Random) => random.gamma(0.6, 2), 1.2, 2.4],
  ['gamma above 1', (random: Random) => random.gamma(4, 0.5), 2, 1],
  ['beta', (random: Random) => random.beta(0.9, 2.2), 0.9 / 3.1, (0.9 * 2.2) / (3.1 ** 2 * 4.1)],
  ['small poisson', (random: Random) => random.poisson(4), 4, 4],
  ['large poisson', (random: Random) => random.poisson(200), 200, 200],
] as const)('%s has the mean and variance of its formula', (_, draw, mean, variance) => {
  const random = new Random(11, 5);
  const found = moments(() => draw(random));
  expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / many));
  expect(found.variance / variance).toBeGreaterThan(0.93);
  expect(found.variance / variance).toBeLessThan(1.07);
});
