/** Days of the workspace as instants: what is compared with what. */
import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { getWorkspace } from '../../platform/workspace.ts';

export interface Days {
  /** First and last day, `YYYY-MM-DD`, both included. */
  from: string;
  to: string;
}

/** Start (included) and end (not included), `YYYY-MM-DD hh:mm:ss` in UTC, as the warehouse takes them. */
export interface Span {
  start: string;
  end: string;
}

export interface Periods {
  zone: string;
  now: Days & Span;
  before: Days & Span;
  /** The period before the one before, for figures that look back themselves. */
  earlier: Days & Span;
}

/** PostgreSQL knows the zones' history, so it turns days into instants. */
export async function readPeriods(platform: Platform, days: Days, compare: 'previous' | 'year'): Promise<Periods> {
  const { timeZone: zone } = await getWorkspace(platform.db.db);
  const step = compare === 'year' ? sql`interval '1 year'` : sql`make_interval(days => (${days.to}::date - ${days.from}::date) + 1)`;
  const { rows } = await sql<Days & Span>`
    select "from"::date::text as "from", "to"::date::text as "to",
      to_char(("from"::date::timestamp at time zone ${zone}) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as start,
      to_char((("to"::date + 1)::timestamp at time zone ${zone}) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as end
    from (select ${days.from}::date - n * ${step} as "from", ${days.to}::date - n * ${step} as "to", n from generate_series(0, 2) as n) days
    order by n`.execute(platform.db.db);
  const [now, before, earlier] = rows as [Days & Span, Days & Span, Days & Span];
  return { zone, now, before, earlier };
}

/** Today in the workspace's zone. */
export async function readToday(platform: Platform): Promise<{ day: string; zone: string }> {
  const { timeZone: zone } = await getWorkspace(platform.db.db);
  const { rows } = await sql<{ day: string }>`select (now() at time zone ${zone})::date::text as day`.execute(platform.db.db);
  return { day: rows[0]?.day as string, zone };
}

/** Every step between two days by its first day; weeks begin on Monday. */
export function stepsBetween({ from, to }: Days, step: 'day' | 'week' | 'month'): string[] {
  const steps: string[] = [];
  const at = new Date(`${from}T00:00:00Z`);
  if (step === 'week') at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  if (step === 'month') at.setUTCDate(1);
  for (const last = new Date(`${to}T00:00:00Z`); at <= last; ) {
    steps.push(at.toISOString().slice(0, 10));
    if (step === 'month') at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCDate(at.getUTCDate() + (step === 'week' ? 7 : 1));
  }
  return steps;
}
