/** Forgets the warehouses of a channel, when the channel itself goes. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

/** With the levels that may still lie in them. */
export async function forgetWarehouses(tx: Db, channelId: number): Promise<void> {
  await sql`delete from stock.warehouses where channel_id = ${channelId}`.execute(tx);
}
