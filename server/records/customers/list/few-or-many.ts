/**
 * Finds few customers before the list is asked for. The planner cannot know whether the beginning of a word or a tag is ten people's or a
 * hundred thousand's, and either plan is ruinous for the other case, so the question is asked first (CUS-6).
 */
import { type RawBuilder, sql } from 'kysely';
import { searchQuery } from '../../../models/search-words.ts';
import type { Db } from '../../../platform/postgres/database.ts';

type Condition = RawBuilder<unknown>;

/** Enough to see that a tag is a rare one, and looked up in no time for a common one. */
const fewOfSet = 200;

/** With more, walking along the order of the list meets a page of them soon enough. */
const fewFound = 2_000;

/** @param condition on `c` that an index answers. @returns the same as ids where they are few */
export async function fewOrMany(db: Db, condition: Condition, few = fewOfSet): Promise<Condition> {
  const { rows } = await sql<{ id: number }>`select c.id from customers.customers c where ${condition} limit ${few + 1}`.execute(db);
  return rows.length <= few ? sql`c.id = any(${rows.map(({ id }) => id)}::bigint[])` : condition;
}

/**
 * @param standTogether true where those who match stand close together in the order of the list, as names do: walking along that order would
 * pass everybody else first, so all who match are collected instead
 */
export async function searchCondition(db: Db, typed: string, standTogether: boolean): Promise<Condition> {
  const query = searchQuery(typed);
  if (query === null) return sql`false`;
  const found = sql`c.search @@ ${query}::tsquery`;
  const condition = await fewOrMany(db, found, fewFound);
  return standTogether && condition === found ? sql`c.id = any(array(select c.id from customers.customers c where ${found}))` : condition;
}
