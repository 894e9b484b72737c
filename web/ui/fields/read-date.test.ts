/** Dates are read as people type them and nonsense is refused. */
import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

test('[5.4] reads dates as typed', () => {
  expect(readDate('22.11.2026')).toBe('2026-11-22');
  expect(readDate('5/3/26')).toBe('2026-03-05');
  expect(readDate('2026-11-22')).toBe('2026-11-22');
  expect(readDate('31.02.2026')).toBeNull();
  expect(readDate('tomorrow')).toBeNull();
});
