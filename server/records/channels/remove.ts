/** Takes a channel away, when nothing of it is left in any room. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

export async function removeChannel(tx: Db, id: number): Promise<void> {
  await sql`delete from channels.channels where id = ${id}`.execute(tx);
}
