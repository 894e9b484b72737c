/**
 * Finds the few customers that typed words mean before the list is asked for. The planner cannot know whether the beginning of a word is
 * ten people's or a hundred thousand's, and either plan is ruinous for the other case, so the question is asked first (CUS-6).
 */
import { type RawBuilder, sql } from 'kysely';
import { searchQuery } from '../../../models/search-words.ts';
import type { Db } from '../../../platform/postgres/database.ts';

const few = 2_000;

export async function searchCondition(db: Db, typed: string): Promise<RawBuilder<unknown>> {
  const query = searchQuery(typed);
  if (query === null) return sql`false`;
  const found = sql`c.search @@ ${query}::tsquery`;
  const { rows } = await sql<{ id: number }>`select id from customers.customers c where ${found} limit ${few + 1}`.execute(db);
  return rows.length <= few ? sql`c.id = any(${rows.map(({ id }) => id)}::bigint[])` : found;
}
