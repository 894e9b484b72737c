/** What the list, its file and bulk work mean by one filter, as conditions on `customers.customers c` and `customers.totals t`. */
import { type RawBuilder, sql } from 'kysely';
import type { CustomerFilter, CustomerSort } from '../../../../contract/customers.ts';
import { momentOf } from '../../../platform/moments.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { fieldConditions } from '../../../platform/record-fields.ts';
import { getWorkspace } from '../../../platform/workspace.ts';
import { fewOrMany, searchCondition } from './few-or-many.ts';

type Condition = RawBuilder<unknown>;

export interface Chosen {
  where: Condition;
  /** The tables that the conditions need. */
  from: Condition;
}

/** Joined records are no customers of their own. @param sort of the list, where there is one. @throws Problem `invalid` about custom fields */
export async function chosenBy(db: Db, filter: CustomerFilter, sort?: CustomerSort): Promise<Chosen> {
  const { timeZone } = await getWorkspace(db);
  const ofTotals = totalConditions(filter, timeZone);
  const conditions = [sql`c.merged_into is null`, ...columnConditions(filter), ...yesNoConditions(filter), ...ofTotals];
  const ofSets = [...setConditions(filter), ...(await fieldConditions(db, 'customers', filter.field ?? [], sql`c.fields`))];
  for (const condition of ofSets) conditions.push(await fewOrMany(db, condition));
  if (filter.q) conditions.push(await searchCondition(db, filter.q, sort === 'name' || sort === '-name'));
  const from =
    ofTotals.length > 0 ? sql`customers.customers c join customers.totals t on t.customer_id = c.id` : sql`customers.customers c`;
  return { where: sql.join(conditions, sql` and `), from };
}

const columns = {
  city: 'city',
  region: 'region',
  country: 'country',
  sex: 'sex',
  company: 'company_id',
  manager: 'manager_id',
  acquiredFrom: 'acquired_from',
} as const satisfies Partial<Record<keyof CustomerFilter, string>>;

function columnConditions(filter: CustomerFilter): Condition[] {
  return Object.entries(columns).flatMap(([key, column]) => {
    const values = filter[key as keyof typeof columns];
    return values ? [among(sql.ref(`c.${column}`), values)] : [];
  });
}

function yesNoConditions({ contactable, hasCompany }: CustomerFilter): Condition[] {
  return [
    ...(contactable === undefined ? [] : [contactable ? sql`c.contactable` : sql`not c.contactable`]),
    ...(hasCompany === undefined ? [] : [hasCompany ? sql`c.company_id is not null` : sql`c.company_id is null`]),
  ];
}

/** A single value by `=`, which lets an index on (column, sort) give rows in their order; several cannot. */
function among(column: Condition, values: readonly (string | number)[]): Condition {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values})`;
}

function totalConditions(filter: CustomerFilter, timeZone: string): Condition[] {
  const { ordersMin, ordersMax, spentMin, spentMax, firstOrderFrom, firstOrderTo, lastOrderFrom, lastOrderTo } = filter;
  return [
    ...(ordersMin === undefined ? [] : [sql`t.orders_count >= ${ordersMin}`]),
    ...(ordersMax === undefined ? [] : [sql`t.orders_count <= ${ordersMax}`]),
    ...(spentMin === undefined ? [] : [sql`t.spent_base >= ${spentMin}`]),
    ...(spentMax === undefined ? [] : [sql`t.spent_base <= ${spentMax}`]),
    ...(firstOrderFrom ? [sql`t.first_order_at >= ${momentOf(firstOrderFrom, 0, timeZone)}`] : []),
    ...(firstOrderTo ? [sql`t.first_order_at < ${momentOf(firstOrderTo, 1, timeZone)} and t.first_order_at > '-infinity'`] : []),
    ...(lastOrderFrom ? [sql`t.last_order_at >= ${momentOf(lastOrderFrom, 0, timeZone)}`] : []),
    // Whoever never ordered has no last order, not a very early one.
    ...(lastOrderTo ? [sql`t.last_order_at < ${momentOf(lastOrderTo, 1, timeZone)} and t.last_order_at > '-infinity'`] : []),
  ];
}

/** The emptiness is said aloud because the indexes leave customers without tags and problems out. */
function setConditions({ channel, tag, problem }: CustomerFilter): Condition[] {
  return [
    ...(channel ? [sql`c.channel_ids && ${channel}::bigint[]`] : []),
    ...(tag ? [sql`c.tags && ${tag}::text[] and c.tags <> '{}'`] : []),
    ...(problem ? [sql`c.problems && ${problem}::text[] and c.problems <> '{}'`] : []),
  ];
}
