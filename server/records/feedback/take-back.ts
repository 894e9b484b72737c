/** Takes reviews back as an undone import asks, and looks them up. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';
import { restoreRows, type StoredRow } from '../../platform/postgres/restore-rows.ts';

export async function takeBackReviews(tx: Db, created: readonly number[], replaced: readonly StoredRow[]): Promise<void> {
  await sql`delete from feedback.reviews where id = any(${created as number[]})`.execute(tx);
  await restoreRows(tx, 'feedback.reviews', replaced);
}

/** Ids of reviews by the channel's own. */
export async function findReviews(db: Db, channelId: number, externalIds: readonly string[]): Promise<Map<string, number>> {
  if (externalIds.length === 0) return new Map();
  const { rows } = await sql<{ id: number; externalId: string }>`
    select id, external_id as "externalId" from feedback.reviews where channel_id = ${channelId} and external_id = any(${externalIds as string[]})`.execute(db);
  return new Map(rows.map((row) => [row.externalId, row.id]));
}
