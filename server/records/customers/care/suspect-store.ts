/** Pairs that may be one person. Pairs of which one is a part of another customer by now are not shown. */
import { sql } from 'kysely';
import type { CustomerName } from '../../../../contract/customers.ts';
import { cutPage, keyset } from '../../../platform/page.ts';
import type { Db } from '../../../platform/postgres/database.ts';

/** As JSON, of `customers.customers` under this name. */
export const nameOf = (table: string) =>
  sql`json_build_object('id', ${sql.ref(`${table}.id`)}, 'name', ${sql.ref(`${table}.name`)}, 'channelId', ${sql.ref(`${table}.first_channel_id`)},
    'account', ${sql.ref(`${table}.first_account`)})`;

export interface StoredSuspect {
  id: number;
  reason: string;
  at: Date;
  first: CustomerName;
  second: CustomerName;
}

const live = sql`s.dismissed_at is null and a.merged_into is null and b.merged_into is null`;

const pairs = sql`customers.suspects s join customers.customers a on a.id = s.first_id join customers.customers b on b.id = s.second_id`;

/** Newest first. */
export async function listSuspects(
  db: Db,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ rows: StoredSuspect[]; next: string | null }> {
  const { where, orderBy } = keyset({ column: sql`s.id`, id: sql`s.id`, type: 'bigint', descending: true }, page.cursor);
  const { rows } = await sql<StoredSuspect>`
    select s.id, s.reason, s.created_at as at, ${nameOf('a')} as first, ${nameOf('b')} as second
    from ${pairs} where ${live} and ${where} order by ${orderBy} limit ${page.limit + 1}`.execute(db);
  return cutPage(rows, page.limit, ({ id }) => [String(id), id]);
}

export async function countSuspects(db: Db): Promise<{ count: number; oldestAt: Date | null }> {
  const { rows } = await sql<{
    count: number;
    oldestAt: Date | null;
  }>`select count(*) as count, min(s.created_at) as "oldestAt" from ${pairs} where ${live}`.execute(db);
  return rows[0] ?? { count: 0, oldestAt: null };
}

/** The others of the pairs that this customer is in. */
export async function suspectsOf(db: Db, customerId: number): Promise<{ id: number; reason: string; customer: CustomerName }[]> {
  const { rows } = await sql<{ id: number; reason: string; customer: CustomerName }>`
    select s.id, s.reason, case when a.id = ${customerId} then ${nameOf('b')} else ${nameOf('a')} end as customer
    from ${pairs} where ${live} and (s.first_id = ${customerId} or s.second_id = ${customerId}) order by s.id desc limit 50`.execute(db);
  return rows;
}

/** False where there is no such pair, or it was dismissed before. */
export async function dismissSuspect(tx: Db, id: number, author: string): Promise<boolean> {
  const { rows } = await sql`
    update customers.suspects set dismissed_at = now(), dismissed_by = ${author} where id = ${id} and dismissed_at is null returning id`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Whoever takes a merge back has said that these are two people. */
export async function dismissPair(tx: Db, a: number, b: number, author: string): Promise<void> {
  await sql`update customers.suspects set dismissed_at = now(), dismissed_by = ${author}
    where first_id = ${Math.min(a, b)} and second_id = ${Math.max(a, b)} and dismissed_at is null`.execute(tx);
}
