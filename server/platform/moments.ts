/** Ends of a period as people write them: a day of the workspace's calendar, or a moment. */
import { type RawBuilder, sql } from 'kysely';

/** A timestamptz. A day begins where the company is; as the end of a period, give 1 for `days`, so that it is included whole. */
export function momentOf(value: string, days: 0 | 1, timeZone: string): RawBuilder<unknown> {
  return value.length === 10
    ? sql`((${value}::date + ${days}::int)::timestamp at time zone ${timeZone}::text)`
    : sql`${value}::timestamptz`;
}
