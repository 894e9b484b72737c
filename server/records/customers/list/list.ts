/** Pages of the customer list. */
import { type RawBuilder, sql } from 'kysely';
import type { ContactProblem, CustomerRow, CustomerSort } from '../../../../contract/customers.ts';
import { cutPage, keyset } from '../../../platform/page.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import type { Chosen } from './filter.ts';

type Condition = RawBuilder<unknown>;

/** A row as the database gives it; the list and the card share these columns. */
export interface StoredRow {
  id: number;
  name: string | null;
  channelId: number;
  account: string | null;
  channelIds: number[];
  email: string | null;
  phone: string | null;
  phoneIsTemporary: boolean;
  contactable: boolean;
  problems: ContactProblem[];
  sex: 'male' | 'female' | null;
  city: string | null;
  region: string | null;
  country: string | null;
  companyId: number | null;
  companyName: string | null;
  managerId: number | null;
  acquiredFrom: string | null;
  tags: string[];
  fields: Record<string, unknown>;
  ordersCount: number;
  spentBase: number;
  lastOrderAt: string | null;
}

/** Of `rowTables`. Without an order the time is '-infinity', which is none on the wire. */
export const rowColumns = sql`c.id, c.name, c.first_channel_id as "channelId", c.first_account as account, c.channel_ids as "channelIds", c.email, c.phone,
  c.phone_is_temporary as "phoneIsTemporary", c.contactable, c.problems, c.sex, c.city, c.region, c.country, c.company_id as "companyId",
  co.name as "companyName", c.manager_id as "managerId", c.acquired_from as "acquiredFrom", c.tags, c.fields, t.orders_count as "ordersCount",
  t.spent_base as "spentBase", ${iso(sql`t.last_order_at`)} as "lastOrderAt"`;

export const rowTables = sql`customers.customers c join customers.totals t on t.customer_id = c.id left join customers.companies co on co.id = c.company_id`;

/** ISO 8601 in UTC; null for '-infinity', which stands for "never". */
export function iso(column: Condition): Condition {
  return sql`to_char(nullif(${column}, '-infinity') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export function shownRow({ companyId, companyName, ...row }: StoredRow): CustomerRow {
  return { ...row, company: companyId === null ? null : { id: companyId, name: companyName ?? '' } };
}

const sortColumns = {
  id: { column: sql`c.id`, type: 'bigint' },
  name: { column: sql`coalesce(c.name, '')`, type: 'text' },
  spent: { column: sql`t.spent_base`, type: 'bigint' },
  orders: { column: sql`t.orders_count`, type: 'int' },
  lastOrder: { column: sql`t.last_order_at`, type: 'timestamptz' },
};

export interface Page {
  sort: CustomerSort;
  limit: number;
  cursor?: string | undefined;
}

/** @throws Problem `bad-cursor` */
export async function listCustomers(db: Db, { where }: Chosen, page: Page): Promise<{ rows: CustomerRow[]; next: string | null }> {
  const sort = sortColumns[page.sort.replace('-', '') as keyof typeof sortColumns];
  const { where: beyond, orderBy } = keyset({ ...sort, id: sql`c.id`, descending: page.sort.startsWith('-') }, page.cursor);
  const { rows } = await sql<StoredRow & { sortKey: string }>`
    select ${rowColumns}, ${sort.column}::text as "sortKey" from ${rowTables}
    where ${where} and ${beyond} order by ${orderBy} limit ${page.limit + 1}`.execute(db);
  const cut = cutPage(rows, page.limit, ({ sortKey, id }) => [sortKey, id]);
  return { rows: cut.rows.map(({ sortKey: _, ...row }) => shownRow(row)), next: cut.next };
}

export async function countCustomers(db: Db, { from, where }: Chosen): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from} where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Ids in ascending order, so that a change which takes a customer out of the filter skips no other. */
export async function idsAfter(db: Db, { from, where }: Chosen, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{
    id: number;
  }>`select c.id from ${from} where ${where} and c.id > ${after} order by c.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
