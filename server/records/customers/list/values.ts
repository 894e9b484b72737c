/** What there is to filter by: tags, places and sources in use. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/postgres/database.ts';

interface Counted {
  value: string;
  count: number;
}

const columns = { city: 'city', region: 'region', country: 'country', acquiredFrom: 'acquired_from' } as const;

const most = 50;

/** Commonest first. @param part of the value, whatever the case */
export async function countValues(db: Db, of: keyof typeof columns, part: string | undefined): Promise<Counted[]> {
  const column = sql.ref(columns[of]);
  const like = part === undefined ? sql`true` : sql`${column} ilike ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`;
  const { rows } = await sql<Counted>`
    select ${column} as value, count(*) as count from customers.customers where merged_into is null and ${column} is not null and ${like}
    group by 1 order by 2 desc, 1 limit ${most}`.execute(db);
  return rows;
}

export async function countTags(db: Db): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select tag as value, count(*) as count from customers.customers, unnest(tags) as tag where merged_into is null and tags <> '{}'
    group by 1 order by 2 desc, 1 limit 500`.execute(db);
  return rows;
}
