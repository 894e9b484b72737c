/** The line of prices holds each price until the next change. */
import { expect, test } from 'vitest';
import type { ProductCard } from '../../../../contract/catalog.ts';
import { pricesByDay } from './prices-by-day.ts';

const offer = (prices: [at: string, price: number][]): ProductCard['offers'][number] => ({
  id: 1,
  channelId: 1,
  externalId: 'A',
  name: 'A',
  currency: 'RUB',
  price: null,
  oldPrice: null,
  url: null,
  active: true,
  prices: prices.map(([at, price]) => ({ at, price, currency: 'RUB', oldPrice: null })),
});

test('a price holds until the next change, and before the first there is none', () => {
  const early = offer([
    ['2026-11-03T10:00:00Z', 900],
    ['2026-11-01T10:00:00Z', 1000],
  ]);
  const late = offer([['2026-11-02T10:00:00Z', 500]]);
  const { days, series } = pricesByDay([early, late], 'Europe/Moscow', '2026-11-04');
  expect(days).toEqual(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']);
  expect(series.map(({ values }) => values)).toEqual([
    [1000, 1000, 900, 900],
    [null, 500, 500, 500],
  ]);
});

test('a day is the company’s own, the last change of a day counts, and the line is a year at the most', () => {
  const { days, series } = pricesByDay(
    [
      offer([
        ['2026-11-01T21:30:00Z', 300],
        ['2026-11-01T20:00:00Z', 200],
        ['2020-01-01T00:00:00Z', 100],
      ]),
    ],
    'Europe/Moscow',
    '2026-11-02',
  );
  expect(days).toHaveLength(365);
  expect(days[0]).toBe('2025-11-03');
  expect(series[0]?.values.slice(-3)).toEqual([100, 200, 300]);
});
