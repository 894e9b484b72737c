/** First times in PostgreSQL. The settings themselves are written by the ground floor, which every first visit needs too. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

/** Held until the transaction ends, so that two changes at once do not undo each other. */
export async function holdSettings(tx: Db): Promise<void> {
  await sql`select 1 from workspace.settings for update`.execute(tx);
}

export async function readMilestones(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from workspace.milestones`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

export async function dropMilestone(db: Db, name: string): Promise<void> {
  await sql`delete from workspace.milestones where name = ${name}`.execute(db);
}
