/** Customers as facts of the warehouse: what groups them, nothing that names them. */
import { sql } from 'kysely';
import type { Projection } from '../../platform/outbox.ts';

export const customerProjection: Projection = {
  topic: 'customer',
  tables: [{ table: 'customers', idColumn: 'customer_id' }],
  rows: async (db, ids) => {
    const { rows } = await sql<Record<string, string | number | null>>`
      select id as customer_id, first_channel_id, coalesce(sex, '') as sex, birth_date, coalesce(city, '') as city, coalesce(region, '') as region,
        coalesce(country, '') as country, coalesce(acquired_from, '') as acquired_from,
        to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') as created_at
      from customers.customers where id = any(${ids as number[]}) and merged_into is null`.execute(db);
    return { customers: rows };
  },
  idsAfter: async (db, after, limit) => {
    const { rows } = await sql<{ id: number }>`
      select id from customers.customers where id > ${after} and merged_into is null order by id limit ${limit}`.execute(db);
    return rows.map(({ id }) => id);
  },
};
