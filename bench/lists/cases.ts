/** What people ask of the long lists, and the query that somebody would write by hand for the same rows. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../server/platform/postgres/database.ts';

export interface Case {
  name: string;
  url(db: Db): Promise<string>;
  bare(db: Db): Promise<unknown>;
}

interface Question {
  name: string;
  /** Of the address. */
  query?: string;
  where?: RawBuilder<unknown>;
  sort: string;
  column: RawBuilder<unknown>;
  /** Of the column. */
  type: string;
  /** Begins in the middle of all rows instead of at the first. */
  deep?: boolean;
}

const limit = 50;

interface List {
  path: string;
  table: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
}

function caseOf(list: List, { name, query = '', where = sql`true`, sort, column, type, deep }: Question): Case {
  const descending = sort.startsWith('-');
  const direction = sql.raw(descending ? 'desc' : 'asc');
  let after: [string, number] | null = null;
  const beyond = () =>
    after
      ? sql`(${column}, ${list.id}) ${sql.raw(descending ? '<' : '>')} (cast(${after[0]} as ${sql.raw(type)}), ${after[1]}::bigint)`
      : sql`true`;
  return {
    name: `${list.path.slice(1)}: ${name}`,
    url: async (db) => {
      if (deep) {
        const { rows } = await sql<{ key: string; id: number }>`select ${column}::text as key, ${list.id} as id from ${list.table}
          where ${where} order by ${column} ${direction}, ${list.id} ${direction} limit 1
          offset (select count(*) / 2 from ${list.table} where ${where})`.execute(db);
        after = rows[0] ? [rows[0].key, rows[0].id] : null;
      }
      const cursor = after ? `&cursor=${Buffer.from(JSON.stringify(after)).toString('base64url')}` : '';
      return `/api/v1${list.path}?limit=${limit}&sort=${sort}${query}${cursor}`;
    },
    bare: (db) =>
      sql`select * from ${list.table} where ${where} and ${beyond()} order by ${column} ${direction}, ${list.id} ${direction} limit ${limit + 1}`.execute(
        db,
      ),
  };
}

const orders: List = { path: '/orders', table: sql`orders.orders o`, id: sql`o.id` };

export const orderCases: readonly Case[] = [
  { name: 'newest', sort: '-placedAt', column: sql`o.placed_at`, type: 'timestamptz' },
  { name: 'newest, from the middle', sort: '-placedAt', column: sql`o.placed_at`, type: 'timestamptz', deep: true },
  { name: 'dearest', sort: '-total', column: sql`o.total_base`, type: 'bigint' },
  { name: 'dearest, from the middle', sort: '-total', column: sql`o.total_base`, type: 'bigint', deep: true },
  {
    name: 'new ones',
    query: '&statusGroup=new',
    where: sql`o.status_group = 'new'`,
    sort: '-placedAt',
    column: sql`o.placed_at`,
    type: 'timestamptz',
  },
  {
    name: 'one channel',
    query: '&channel=1',
    where: sql`o.channel_id = 1`,
    sort: '-placedAt',
    column: sql`o.placed_at`,
    type: 'timestamptz',
  },
  {
    name: 'flagged',
    query: '&flag=unknown_product',
    where: sql`o.flags && array['unknown_product']`,
    sort: '-placedAt',
    column: sql`o.placed_at`,
    type: 'timestamptz',
  },
].map((question) => caseOf(orders, question));

const customers: List = {
  path: '/customers',
  table: sql`customers.customers c join customers.totals t on t.customer_id = c.id`,
  id: sql`c.id`,
};
const alive = sql`c.merged_into is null`;

export const customerCases: readonly Case[] = [
  { name: 'biggest spenders', sort: '-spent', column: sql`t.spent_base`, type: 'bigint', where: alive },
  { name: 'biggest spenders, from the middle', sort: '-spent', column: sql`t.spent_base`, type: 'bigint', where: alive, deep: true },
  { name: 'latest order', sort: '-lastOrder', column: sql`t.last_order_at`, type: 'timestamptz', where: alive },
  {
    name: 'search as you type: "иван"',
    query: '&q=%D0%B8%D0%B2%D0%B0%D0%BD',
    sort: '-lastOrder',
    column: sql`t.last_order_at`,
    type: 'timestamptz',
    where: sql`${alive} and c.search @@ ${"'иван':*"}::tsquery`,
  },
  {
    name: 'search as you type: "ivanova a"',
    query: '&q=ivanova%20a',
    sort: '-lastOrder',
    column: sql`t.last_order_at`,
    type: 'timestamptz',
    where: sql`${alive} and c.search @@ ${"'ivanova':* & 'a':*"}::tsquery`,
  },
].map((question) => caseOf(customers, question));
