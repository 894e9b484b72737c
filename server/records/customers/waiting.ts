/** Customers that wait for somebody's decision. */
import { sql } from 'kysely';
import type { Waiting } from '../../models/waiting.ts';
import type { Db } from '../../platform/postgres/database.ts';

export async function countSuspects(db: Db): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select 'suspects' as kind, count(*)::int as count, min(created_at) as "oldestAt"
    from customers.suspects where dismissed_at is null`.execute(db);
  return rows;
}
