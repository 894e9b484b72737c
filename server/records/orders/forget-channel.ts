/** Forgets what a channel called its statuses, when the channel itself goes. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

/** Only for a channel without orders. */
export async function forgetStatuses(tx: Db, channelId: number): Promise<void> {
  await sql`delete from orders.statuses where channel_id = ${channelId}`.execute(tx);
}
