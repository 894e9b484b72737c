/** Steps of charts over time: days, weeks or months, how they are written, and the days each of them is. */
import { addDays, addMonths } from '../../ui/period/period.ts';

export const steps = ['day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];

/** The finest step whose points can still be told apart. */
export const stepFor = (days: number): Step => (days <= 92 ? 'day' : days <= 550 ? 'week' : 'month');

/** The days of a step by its first day, within the period that was asked for. */
export function daysOfStep(first: string, step: Step, { from, to }: { from: string; to: string }): { from: string; to: string } {
  const last = step === 'day' ? first : addDays(step === 'week' ? addDays(first, 7) : addMonths(first, 1), -1);
  return { from: first < from ? from : first, to: last > to ? to : last };
}

/** `22.11`, `22.11.26` where the period has the same day twice, `11.2026` for a month. */
export function stepName(first: string, step: Step, manyYears: boolean): string {
  const [year = '', month = '', day = ''] = first.split('-');
  if (step === 'month') return `${month}.${year}`;
  return manyYears ? `${day}.${month}.${year.slice(2)}` : `${day}.${month}`;
}
