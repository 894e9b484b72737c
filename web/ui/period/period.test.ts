/** Presets mean the dates people expect, and comparisons take the right days before. */
import { expect, test } from 'vitest';
import { addMonths, daysIn, previousPeriod, resolvePeriod } from './period.ts';

const today = '2026-11-22';

test('[ANL-1] presets include today and reach back the days they name', () => {
  expect(resolvePeriod('today', today)).toEqual({ from: today, to: today });
  expect(resolvePeriod('yesterday', today)).toEqual({ from: '2026-11-21', to: '2026-11-21' });
  expect(resolvePeriod('7d', today)).toEqual({ from: '2026-11-16', to: today });
  expect(daysIn({ from: '2026-08-25', to: today })).toBe(90);
  expect(resolvePeriod('90d', today)).toEqual({ from: '2026-08-25', to: today });
  expect(resolvePeriod('quarter', today)).toEqual({ from: '2026-10-01', to: today });
  expect(resolvePeriod('year', today)).toEqual({ from: '2026-01-01', to: today });
});

test('[ANL-1] own periods are read from the address, nonsense is not', () => {
  expect(resolvePeriod('2026-01-01..2026-01-31', today)).toEqual({ from: '2026-01-01', to: '2026-01-31' });
  expect(resolvePeriod('2026-02-01..2026-01-31', today)).toBeNull();
  expect(resolvePeriod('later', today)).toBeNull();
  expect(resolvePeriod(undefined, today)).toBeNull();
});

test('[ANL-1] compares with as many days before, or with the same days of the month before', () => {
  expect(previousPeriod('7d', { from: '2026-11-16', to: today })).toEqual({ from: '2026-11-09', to: '2026-11-15' });
  expect(previousPeriod('month', { from: '2026-11-01', to: today })).toEqual({ from: '2026-10-01', to: '2026-10-22' });
  expect(previousPeriod('year', { from: '2026-01-01', to: today })).toEqual({ from: '2025-01-01', to: '2025-11-22' });
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
});
