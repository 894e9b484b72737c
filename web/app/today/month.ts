/** Sales of the last 30 days day by day, with the 30 before: what the chart draws and what yesterday and the week are told from. */
import { useApi } from '../../api-hooks.ts';
import { changeOf, sumOf } from '../../insight/change.ts';
import { addDays } from '../../ui/period/period.ts';

const length = 30;

export interface Month {
  days: readonly string[];
  values: readonly (number | null)[];
  before: readonly (number | null)[];
}

/** Undefined while it travels. `today` is the day of the company. */
export function useMonth(today: string | undefined): Month | undefined {
  const query = { from: today && addDays(today, 1 - length), to: today, metric: 'sales', step: 'day' } as const;
  const { data } = useApi('GET /analytics/series', { query }, { enabled: Boolean(today), every: 60_000 });
  const line = data?.lines[0];
  return data && line && { days: data.steps, values: line.values, before: line.before };
}

export interface Compared {
  from: string;
  to: string;
  value: number;
  before: number;
  change: number | null;
}

/** Yesterday beside the same weekday a week earlier, and the seven days before today beside the mean week of the four before. */
export function recentOf({ days, values, before }: Month): { yesterday: Compared; week: Compared } {
  const all = [...before, ...values];
  const back = (from: number, to: number) => sumOf(all.slice(all.length - 1 - from, all.length - to));
  const dayAt = (ago: number) => days[days.length - 1 - ago] ?? '';
  const compared = (from: number, to: number, now: number, then: number): Compared => ({
    from: dayAt(from),
    to: dayAt(to),
    value: now,
    before: then,
    change: changeOf(now, then),
  });
  return {
    yesterday: compared(1, 1, back(1, 1), back(8, 8)),
    week: compared(7, 1, back(7, 1), Math.round(back(35, 8) / 4)),
  };
}
