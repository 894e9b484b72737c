/**
 * Looks few orders up before the list is asked for. The planner cannot know whether a word or a product belongs to ten orders or to a
 * million, and either plan is ruinous for the other case, so the question is asked first.
 */
import { type RawBuilder, sql } from 'kysely';
import { searchQuery } from '../../models/search-words.ts';
import type { Db } from '../../platform/postgres/database.ts';

type Condition = RawBuilder<unknown>;

/** The ids of few orders, or a condition on `o` that is true of many. */
export type Found = { ids: readonly number[] } | { many: Condition };

/** So many are fetched and sorted in no time; of more, walking along the order of the list meets a page soon enough. */
const few = 10_000;

/**
 * @param sources queries of order ids; together they find what `many` says
 * @param many the same as a condition on `o`, good where it is true of many orders
 */
export async function fewOrMany(db: Db, sources: readonly Condition[], many: Condition): Promise<Found> {
  const limited = sources.map((source) => sql`(select id from (${source} limit ${few + 1}) found)`);
  const { rows } = await sql<{ ids: number[] | null }>`
    select case when count(*) <= ${few} then coalesce(array_agg(id), '{}') end as ids
    from (select id from (${sql.join(limited, sql` union `)}) found limit ${few + 1}) found`.execute(db);
  const ids = rows[0]?.ids;
  return ids ? { ids } : { many };
}

/** Orders whose number begins so, or whose buyer these words find. */
export async function findByText(db: Db, typed: string): Promise<Found> {
  const numbers = numberCondition(typed);
  const query = typed.length < 2 ? null : searchQuery(typed);
  const buyers = query === null ? [] : await findBuyers(db, query);
  const byNumber = numbers ? [numbers('number'), numbers('external_id')] : [];
  if (buyers === null) return { many: sql`(${sql.join([...byNumber, boughtBy(query as string)], sql` or `)})` };
  const any = [...byNumber, sql`o.customer_id = any(${buyers}::bigint[])`];
  const sources = any.map((condition) => sql`select o.id from orders.orders o where ${condition}`);
  return fewOrMany(db, sources, sql`(${sql.join(any, sql` or `)})`);
}

/** Null where they are many. */
async function findBuyers(db: Db, query: string): Promise<number[] | null> {
  const { rows } = await sql<{ ids: number[] | null }>`
    select case when count(*) <= ${few} then coalesce(array_agg(id), '{}') end as ids
    from (select c.id from customers.names c where c.search @@ ${query}::tsquery limit ${few + 1}) found`.execute(db);
  return rows[0]?.ids ?? null;
}

/** One by one along the order of the list: collecting a name that half of the buyers have takes longer than meeting a page of them. */
const boughtBy = (query: string) =>
  sql`exists (select from customers.names c where c.id = o.customer_id and c.search @@ ${query}::tsquery)`;

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
