import { expect, test } from 'vitest';
import { daysOfStep, stepFor, stepName } from './steps.ts';

const period = { from: '2026-03-04', to: '2026-04-10' };

test('[ANL-2] a point of a chart opens its own days and none outside of the period', () => {
  expect(daysOfStep('2026-03-04', 'day', period)).toEqual({ from: '2026-03-04', to: '2026-03-04' });
  expect(daysOfStep('2026-03-02', 'week', period)).toEqual({ from: '2026-03-04', to: '2026-03-08' });
  expect(daysOfStep('2026-04-01', 'month', period)).toEqual({ from: '2026-04-01', to: '2026-04-10' });
});

test('[ANL-2] steps are as fine as the period allows and have names of their own', () => {
  expect([30, 92, 93, 366, 800].map(stepFor)).toEqual(['day', 'day', 'week', 'week', 'month']);
  expect(stepName('2026-03-02', 'week', false)).toBe('02.03');
  expect(stepName('2026-03-02', 'day', true)).toBe('02.03.26');
  expect(stepName('2026-03-01', 'month', true)).toBe('03.2026');
});
