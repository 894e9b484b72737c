/** What the list, its sums, its file and bulk work mean by one filter, as conditions on `orders.orders o`. */
import { type RawBuilder, sql } from 'kysely';
import type { OrderFilter } from '../../../contract/orders.ts';
import { momentOf } from '../../platform/moments.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { fieldConditions } from '../../platform/record-fields.ts';
import { getWorkspace } from '../../platform/workspace.ts';
import { type Found, fewOrMany, findByText } from './find-few.ts';

type Condition = RawBuilder<unknown>;

/**
 * What stands after `from` to read the orders found as `o`; more conditions may follow with `and`.
 * @throws Problem `invalid` about a custom field that does not exist or a value that is not one
 */
export async function ordersWhere(db: Db, filter: OrderFilter): Promise<RawBuilder<unknown>> {
  const { timeZone } = await getWorkspace(db);
  const found = await Promise.all(lookUps(db, filter));
  const conditions = [
    sql`true`,
    ...columnConditions(filter),
    ...rangeConditions(filter, timeZone),
    ...listConditions(filter),
    ...(await fieldConditions(db, 'orders', filter.field ?? [], sql`o.fields`)),
    ...found.flatMap((one) => ('many' in one ? [one.many] : [])),
  ];
  const where = sql.join(conditions, sql` and `);
  const few = found.flatMap((one) => ('ids' in one ? [one.ids] : []));
  if (few.length === 0) return sql`orders.orders o where ${where}`;
  const ids = few.reduce((left, right) => intersect(left, right));
  // The fence makes the planner fetch these few and sort them, instead of walking through all others along the order of the list.
  return sql`(select o.* from orders.orders o where o.id = any(${ids}::bigint[]) and ${where} offset 0) o where true`;
}

function intersect(left: readonly number[], right: readonly number[]): number[] {
  const both = new Set(right);
  return left.filter((id) => both.has(id));
}

function lookUps(db: Db, { product, category, q }: OrderFilter): Promise<Found>[] {
  const inside = sql`select p.id from catalog.names p where p.category_ids && ${category ?? []}::bigint[]`;
  return [
    ...(product ? [findSold(db, sql`l.product_id = any(${product})`)] : []),
    ...(category ? [findSold(db, sql`l.product_id in (${inside})`)] : []),
    ...(q ? [findByText(db, q)] : []),
  ];
}

const columns = {
  id: 'id',
  channel: 'channel_id',
  status: 'status',
  statusGroup: 'status_group',
  customer: 'customer_id',
  region: 'delivery_region',
  city: 'delivery_city',
  deliveryMethod: 'delivery_method',
  scheme: 'delivery_scheme',
  paymentMethod: 'payment_method',
  manager: 'manager_id',
  acquiredFrom: 'acquired_from',
} as const satisfies Partial<Record<keyof OrderFilter, string>>;

function columnConditions(filter: OrderFilter): Condition[] {
  return Object.entries(columns).flatMap(([key, column]) => {
    const values = filter[key as keyof typeof columns];
    return values ? [among(sql.ref(`o.${column}`), values)] : [];
  });
}

/** A single value by `=`, which lets an index on (column, sort) give rows in their order; several cannot. */
function among(column: Condition, values: readonly (string | number)[]): Condition {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values})`;
}

function rangeConditions(filter: OrderFilter, timeZone: string): Condition[] {
  const { placedFrom, placedTo, completedFrom, completedTo, totalMin, totalMax } = filter;
  return [
    ...(placedFrom ? [sql`o.placed_at >= ${momentOf(placedFrom, 0, timeZone)}`] : []),
    ...(placedTo ? [sql`o.placed_at < ${momentOf(placedTo, 1, timeZone)}`] : []),
    ...(completedFrom ? [sql`o.completed_at >= ${momentOf(completedFrom, 0, timeZone)}`] : []),
    ...(completedTo ? [sql`o.completed_at < ${momentOf(completedTo, 1, timeZone)}`] : []),
    ...cameBack(filter, timeZone),
    ...(totalMin === undefined ? [] : [sql`o.total_base >= ${totalMin}`]),
    ...(totalMax === undefined ? [] : [sql`o.total_base <= ${totalMax}`]),
  ];
}

/** By the day of the return, whenever the order was placed. */
function cameBack({ cameBackFrom, cameBackTo }: OrderFilter, timeZone: string): Condition[] {
  if (!cameBackFrom && !cameBackTo) return [];
  const days = [
    ...(cameBackFrom ? [sql`r.returned_at >= ${momentOf(cameBackFrom, 0, timeZone)}`] : []),
    ...(cameBackTo ? [sql`r.returned_at < ${momentOf(cameBackTo, 1, timeZone)}`] : []),
  ];
  const inPeriod = sql.join(days, sql` and `);
  // Not every return names its order, and not every line of one that does finds its sale.
  return [
    sql`o.id in (
      select l.order_id from orders.returns r join orders.return_lines l on l.return_id = r.id where l.order_id is not null and ${inPeriod}
      union select x.id from orders.returns r join orders.orders x on x.channel_id = r.channel_id and x.external_id = r.order_external_id
      where ${inPeriod})`,
  ];
}

/** The emptiness is said aloud because the indexes leave orders without flags and tags out. */
function listConditions({ flag, tag, returned, late }: OrderFilter): Condition[] {
  const isLate = sql`(o.status_group in ('new', 'approval', 'assembly', 'delivery') and o.promised_at is not null and o.promised_at < now())`;
  return [
    ...(flag ? [sql`o.flags && ${flag}::text[] and o.flags <> '{}'`] : []),
    ...(tag ? [sql`o.tags && ${tag}::text[] and o.tags <> '{}'`] : []),
    ...(returned === undefined ? [] : [returned ? sql`o.returned_total <> 0` : sql`o.returned_total = 0`]),
    ...(late === undefined ? [] : [late ? isLate : sql`not ${isLate}`]),
  ];
}

/** @param sold a condition on a line `l` of the order */
function findSold(db: Db, sold: Condition): Promise<Found> {
  return fewOrMany(
    db,
    [sql`select l.order_id as id from orders.lines l where ${sold}`],
    sql`exists (select from orders.lines l where l.order_id = o.id and ${sold})`,
  );
}
