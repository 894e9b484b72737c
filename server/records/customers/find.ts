/** Looks customers up by their account on a channel. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

export interface FoundBuyer {
  /** The record that brought the account, as it is before merges. */
  buyerId: number;
  /** Whose it is now. */
  customerId: number;
}

export async function findAccounts(db: Db, channelId: number, accounts: readonly string[]): Promise<Map<string, FoundBuyer>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await sql<FoundBuyer & { value: string }>`
    select value, original_customer_id as "buyerId", customer_id as "customerId" from customers.identities
    where kind = 'account' and channel_id = ${channelId} and value = any(${accounts as string[]})`.execute(db);
  return new Map(rows.map(({ value, buyerId, customerId }) => [value, { buyerId, customerId }]));
}
