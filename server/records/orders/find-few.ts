/**
 * Looks few orders up before the list is asked for. The planner cannot know whether a word or a product belongs to ten orders or to a
 * million, and either plan is ruinous for the other case, so the question is asked first.
 */
import { type RawBuilder, sql } from 'kysely';
import { searchQuery } from '../../models/search-words.ts';
import type { Db } from '../../platform/postgres/database.ts';

type Condition = RawBuilder<unknown>;

const few = 2_000;

/**
 * @param sources queries of order ids; together they find what `many` says
 * @param many the same as a condition on `o`, good where it is true of many orders
 */
export async function fewOrMany(db: Db, sources: readonly Condition[], many: Condition): Promise<Condition> {
  const limited = sources.map((source) => sql`(select id from (${source} limit ${few + 1}) found)`);
  const { rows } = await sql<{ id: number }>`select id from (${sql.join(limited, sql` union `)}) found limit ${few + 1}`.execute(db);
  return rows.length <= few ? sql`o.id = any(${rows.map(({ id }) => id)}::bigint[])` : many;
}

/** Orders whose number begins so, or whose buyer these words find. */
export function textCondition(db: Db, typed: string): Promise<Condition> {
  const buyers = buyerQuery(typed);
  const numbers = numberCondition(typed);
  const sources = [
    ...(numbers
      ? [
          sql`select o.id from orders.orders o where ${numbers('number')}`,
          sql`select o.id from orders.orders o where ${numbers('external_id')}`,
        ]
      : []),
    ...(buyers ? [sql`select o.id from orders.orders o where ${buyers}`] : []),
  ];
  if (sources.length === 0) return Promise.resolve(sql`false`);
  const any = [...(numbers ? [numbers('number'), numbers('external_id')] : []), ...(buyers ? [buyers] : [])];
  return fewOrMany(db, sources, sql`(${sql.join(any, sql` or `)})`);
}

/** Below this the beginning of a number is everybody's. */
const shortestBeginning = 3;

/** Numbers have no spaces; their letters are usually capitals. */
function numberCondition(typed: string): ((column: 'number' | 'external_id') => Condition) | null {
  if (/\s/.test(typed)) return null;
  const forms = [...new Set([typed, typed.toUpperCase()])];
  if (typed.length < shortestBeginning) return (column) => sql`${sql.ref(`o.${column}`)} = any(${forms})`;
  const likes = forms.map((form) => `${form.replace(/[\\%_]/g, '\\$&')}%`);
  return (column) =>
    sql`(${sql.join(
      likes.map((like) => sql`${sql.ref(`o.${column}`)} like ${like}`),
      sql` or `,
    )})`;
}

function buyerQuery(typed: string): Condition | null {
  const query = typed.length < 2 ? null : searchQuery(typed);
  return query === null ? null : sql`o.customer_id in (select c.id from customers.names c where c.search @@ ${query}::tsquery)`;
}
