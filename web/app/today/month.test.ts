import { expect, test } from 'vitest';
import { addDays } from '../../ui/period/period.ts';
import { recentOf } from './month.ts';

test('[ANL-4] yesterday stands beside the same weekday, the week beside the mean of four', () => {
  const days = Array.from({ length: 30 }, (_, index) => addDays('2026-11-22', index - 29));
  // Day by day 1, 2, 3 ... 60, the last of which is today.
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
  const { yesterday, week } = recentOf({ days, before: numbers.slice(0, 30), values: numbers.slice(30) });
  expect(yesterday).toEqual({ from: '2026-11-21', to: '2026-11-21', value: 59, before: 52, change: 7 / 52 });
  expect(week).toMatchObject({ from: '2026-11-15', to: '2026-11-21', value: 53 + 54 + 55 + 56 + 57 + 58 + 59 });
  expect(week.before).toBe(270);
});
