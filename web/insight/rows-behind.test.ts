import { expect, test } from 'vitest';
import { groupBehind, newBuyersBehind, ordersBehind } from './rows-behind.ts';

test('[ANL-1] sales lead to the orders of the period that were not cancelled', () => {
  expect(ordersBehind({ from: '2026-03-01', to: '2026-03-31', channels: ['2', '5'] })).toBe(
    '/orders?placed=2026-03-01..2026-03-31&statusGroup=new&statusGroup=approval&statusGroup=assembly&statusGroup=delivery&statusGroup=done&channel=2&channel=5',
  );
  expect(newBuyersBehind({ from: '2026-03-01', to: '2026-03-31' })).toBe('/customers?firstOrder=2026-03-01..2026-03-31');
});

test('[OPS-2] lists of buyer groups meet without a gap and without a day in common', () => {
  const list = (group: 'new' | 'regular' | 'once' | 'sleeping' | 'potential') =>
    groupBehind(group, '2026-11-22', { newDays: 30, sleepingDays: 120 });
  expect(list('new')).toBe('/customers?firstOrder=2026-10-23..2026-11-22');
  expect(list('regular')).toBe('/customers?orders=2..&firstOrder=2000-01-01..2026-10-22&lastOrder=2026-07-25..2026-11-22');
  expect(list('once')).toBe('/customers?orders=1..1&firstOrder=2000-01-01..2026-10-22&lastOrder=2026-07-25..2026-11-22');
  expect(list('sleeping')).toBe('/customers?lastOrder=2000-01-01..2026-07-24');
  expect(list('potential')).toBeNull();
});
