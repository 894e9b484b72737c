/** Periods as words of the address (`30d`, `month`, `2026-01-01..2026-01-31`) and the dates they mean today. Both ends included. */

export const presets = ['today', 'yesterday', '7d', '30d', '90d', 'month', 'quarter', 'year'] as const;
export type Preset = (typeof presets)[number];

export interface Period {
  /** `YYYY-MM-DD` */
  from: string;
  to: string;
}

const day = 86_400_000;
const text = (time: number) => new Date(time).toISOString().slice(0, 10);
const time = (date: string) => Date.parse(`${date}T00:00:00Z`);

export const addDays = (date: string, days: number): string => text(time(date) + days * day);

export const daysIn = ({ from, to }: Period): number => Math.round((time(to) - time(from)) / day) + 1;

/** The same day `months` away, or the last of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)));
}

/** The date it is in a time zone, now. */
export const todayIn = (timeZone?: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());

const starts: Record<Preset, (today: string) => string> = {
  today: (today) => today,
  yesterday: (today) => addDays(today, -1),
  '7d': (today) => addDays(today, -6),
  '30d': (today) => addDays(today, -29),
  '90d': (today) => addDays(today, -89),
  month: (today) => `${today.slice(0, 7)}-01`,
  quarter: (today) => `${today.slice(0, 4)}-${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`,
  year: (today) => `${today.slice(0, 4)}-01-01`,
};

export const isPreset = (word: string): word is Preset => (presets as readonly string[]).includes(word);

/** The dates of a preset or of `from..to`; null when the words mean no period. */
export function resolvePeriod(words: string | undefined, today: string): Period | null {
  if (!words) return null;
  if (isPreset(words)) return { from: starts[words](today), to: words === 'yesterday' ? addDays(today, -1) : today };
  const [from = '', to = ''] = words.split('..');
  return /^\d{4}-\d\d-\d\d$/.test(from) && /^\d{4}-\d\d-\d\d$/.test(to) && from <= to ? { from, to } : null;
}

const monthsBack: Partial<Record<Preset, number>> = { month: 1, quarter: 3, year: 12 };

/** What to compare with: the same days of the month, quarter or year before; otherwise as many days just before. */
export function previousPeriod(words: string, period: Period): Period {
  const back = isPreset(words) ? monthsBack[words] : undefined;
  if (back) return { from: addMonths(period.from, -back), to: addMonths(period.to, -back) };
  const days = daysIn(period);
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) };
}
