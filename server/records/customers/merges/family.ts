/** Who was joined to whom: a tree whose root is the customer. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/postgres/database.ts';

/** The record itself and everything joined to it, directly or not: the original ids of what the customer brought. */
export async function familyOf(db: Db, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive family(id) as (
      select ${id}::bigint union all select c.id from family f join customers.customers c on c.merged_into = f.id)
    select id from family order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** From a joined record upward to the customer it belongs to now; just the record where it is one itself. */
export async function pathToRoot(db: Db, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive path(id, into_id, step) as (
      select id, merged_into, 0 from customers.customers where id = ${id}
      union all select c.id, c.merged_into, p.step + 1 from path p join customers.customers c on c.id = p.into_id)
    select id from path order by step`.execute(db);
  return rows.map((row) => row.id);
}

/** Whose each record is now. */
export async function ownersOf(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; owner: number }>`
    with recursive path(start, id, into_id) as (
      select id, id, merged_into from customers.customers where id = any(${ids as number[]})
      union all select p.start, c.id, c.merged_into from path p join customers.customers c on c.id = p.into_id)
    select start as id, id as owner from path where into_id is null`.execute(db);
  return new Map(rows.map((row) => [row.id, row.owner]));
}
