/** Pages and sums of the order list. */
import { type RawBuilder, sql } from 'kysely';
import type { OrderFlag, OrderRow, OrderSort } from '../../../contract/orders.ts';
import type { StatusGroup } from '../../../contract/records.ts';
import { cutPage, keyset } from '../../platform/page.ts';
import type { Db } from '../../platform/postgres/database.ts';

type Condition = RawBuilder<unknown>;

/** A row as the database gives it; the list and the card share these columns. */
export interface StoredRow {
  id: number;
  number: string;
  channelId: number;
  placedAt: Date;
  customerId: number | null;
  customerName: string | null;
  customerAccount: string | null;
  status: string;
  statusName: string | null;
  statusGroup: StatusGroup;
  statusSince: Date;
  currency: string;
  total: number;
  totalBase: number;
  paidTotal: number | null;
  returnedTotal: number;
  city: string | null;
  region: string | null;
  deliveryMethod: string | null;
  deliveryScheme: string | null;
  paymentMethod: string | null;
  flags: OrderFlag[];
  tags: string[];
  fields: Record<string, unknown>;
  managerId: number | null;
  updatedAt: Date;
}

/** Of `orders.orders o`, joined by `rowJoins`. */
export const rowColumns = sql`o.id, o.number, o.channel_id as "channelId", o.placed_at as "placedAt", o.customer_id as "customerId",
  c.name as "customerName", c.account as "customerAccount", o.status, s.name as "statusName", o.status_group as "statusGroup",
  o.status_since as "statusSince", o.currency, o.total, o.total_base as "totalBase", o.paid_total as "paidTotal",
  o.returned_total as "returnedTotal", o.delivery_city as city, o.delivery_region as region, o.delivery_method as "deliveryMethod",
  o.delivery_scheme as "deliveryScheme", o.payment_method as "paymentMethod", o.flags, o.tags, o.fields, o.manager_id as "managerId",
  o.updated_at as "updatedAt"`;

export const rowJoins = sql`left join customers.names c on c.id = o.customer_id
  left join orders.statuses s on s.channel_id = o.channel_id and s.code = o.status`;

export function shownRow({
  customerId,
  customerName,
  customerAccount,
  placedAt,
  statusSince,
  updatedAt,
  ...row
}: StoredRow): Omit<OrderRow, 'items'> {
  return {
    ...row,
    placedAt: placedAt.toISOString(),
    statusSince: statusSince.toISOString(),
    updatedAt: updatedAt.toISOString(),
    customer: customerId === null ? null : { id: customerId, name: customerName, account: customerAccount },
  };
}

const sortColumns = {
  placedAt: { column: sql`o.placed_at`, type: 'timestamptz' },
  total: { column: sql`o.total_base`, type: 'bigint' },
  number: { column: sql`o.number`, type: 'text' },
  updatedAt: { column: sql`o.updated_at`, type: 'timestamptz' },
};

type ListedRow = StoredRow & { sortKey: string; firstItem: string | null; goodsLines: number; quantity: string };

export interface Page {
  sort: OrderSort;
  limit: number;
  cursor?: string | undefined;
}

/**
 * @param orders as `ordersWhere` gives them
 * @throws Problem `bad-cursor`
 */
export async function listOrders(db: Db, orders: Condition, page: Page): Promise<{ rows: OrderRow[]; next: string | null }> {
  const sort = sortColumns[page.sort.replace('-', '') as keyof typeof sortColumns];
  const { where: beyond, orderBy } = keyset({ ...sort, id: sql`o.id`, descending: page.sort.startsWith('-') }, page.cursor);
  const { rows } = await sql<ListedRow>`
    select ${rowColumns}, o.quantity, ${sort.column}::text as "sortKey", i.first as "firstItem", i.lines::int as "goodsLines"
    from (select o.* from ${orders} and ${beyond} order by ${orderBy} limit ${page.limit + 1}) o
    ${rowJoins}
    left join lateral (select (array_agg(l.name order by l.line_no))[1] as first, count(*) as lines
      from orders.lines l where l.order_id = o.id and l.kind = 'goods') i on true
    order by ${orderBy}`.execute(db);
  const { rows: cut, next } = cutPage(rows, page.limit, (row) => [row.sortKey, row.id]);
  return { rows: cut.map(shownListed), next };
}

function shownListed({ sortKey: _, firstItem, goodsLines, quantity, ...row }: ListedRow): OrderRow {
  return { ...shownRow(row), items: { first: firstItem, lines: goodsLines, quantity: Number(quantity) } };
}

export interface GroupSum {
  statusGroup: StatusGroup;
  count: number;
  sum: number;
  returned: number;
}

/** Of everything found, in the accounting currency, by group in their order of work. */
export async function sumGroups(db: Db, orders: Condition): Promise<GroupSum[]> {
  const { rows } = await sql<GroupSum>`
    select o.status_group as "statusGroup", count(*) as count, sum(o.total_base)::bigint as sum, sum(o.returned_base)::bigint as returned
    from ${orders} group by o.status_group
    order by array_position(array['new', 'approval', 'assembly', 'delivery', 'done', 'cancelled'], o.status_group)`.execute(db);
  return rows;
}

/** The ids of what is found, ascending, for work in batches. */
export async function idsOf(db: Db, orders: Condition, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select o.id from ${orders} and o.id > ${after} order by o.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
