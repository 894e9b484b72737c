/** Looks customers up by their account on a channel. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

/** Customer ids, after merges, by the channel's account ids. */
export async function findAccounts(db: Db, channelId: number, accounts: readonly string[]): Promise<Map<string, number>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await sql<{ value: string; id: number }>`
    select value, customer_id as id from customers.identities where kind = 'account' and channel_id = ${channelId} and value = any(${accounts as string[]})`.execute(db);
  return new Map(rows.map((row) => [row.value, row.id]));
}
