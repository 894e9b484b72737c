/** Reviews that nobody has answered. */
import { sql } from 'kysely';
import type { Waiting } from '../../models/waiting.ts';
import type { Db } from '../../platform/postgres/database.ts';

/** Only of the last 30 days: later no channel takes an answer well. */
export async function countUnanswered(db: Db): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select 'unanswered_reviews' as kind, count(*)::int as count, min(written_at) as "oldestAt"
    from feedback.reviews where answered_at is null and text is not null and written_at >= now() - interval '30 days'`.execute(db);
  return rows;
}
