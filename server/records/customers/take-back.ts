/** Takes customers back as an undone import asks. */
import { sql } from 'kysely';
import { publish } from '../../platform/bus.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { restoreRows, type StoredRow } from '../../platform/postgres/restore-rows.ts';
import { refreshSearch } from './search.ts';

export interface TakenBackCustomers {
  created: readonly number[];
  replaced: readonly StoredRow[];
  /** Keys that customers who were there before got, and what was known of their versions. */
  identities: { created: readonly number[]; replaced: readonly StoredRow[] };
}

/** @param inUse customers who bought elsewhere meanwhile */
export async function takeBackCustomers(
  tx: Db,
  { created, replaced, identities }: TakenBackCustomers,
  inUse: ReadonlySet<number>,
): Promise<void> {
  const lost = await sql<Account>`
    delete from customers.identities where id = any(${identities.created as number[]}) returning kind, channel_id as "channelId", value`.execute(
    tx,
  );
  await restoreRows(tx, 'customers.identities', identities.replaced);
  const unused = created.filter((id) => !inUse.has(id));
  const known = await accountsOf(tx, unused);
  await removeCustomers(tx, unused);
  const left = new Set((await accountsOf(tx, unused)).map(({ channelId, value }) => `${channelId} ${value}`));
  await tellRemoved(
    tx,
    [...lost.rows, ...known].filter(({ channelId, value }) => !left.has(`${channelId} ${value}`)),
  );
  await restoreCustomers(tx, replaced);
}

interface Account {
  kind: string;
  channelId: number;
  value: string;
}

async function accountsOf(tx: Db, customerIds: readonly number[]): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select kind, channel_id as "channelId", value from customers.identities where customer_id = any(${customerIds as number[]})`.execute(
    tx,
  );
  return rows;
}

/** Whatever was known to be theirs is nobody's again. */
async function tellRemoved(tx: Db, identities: readonly Account[]): Promise<void> {
  const accounts = identities.filter(({ kind }) => kind === 'account');
  for (const [channelId, removed] of Map.groupBy(accounts, (account) => account.channelId)) {
    await publish(tx, 'customers.accounts_removed', { channelId, accounts: removed.map(({ value }) => value) });
  }
}

/** Whom another channel knows too, or people wrote about or joined, stays. */
export async function removeCustomers(tx: Db, ids: readonly number[]): Promise<void> {
  await sql`delete from customers.customers c where id = any(${ids as number[]}) and merged_into is null
    and not exists (select from customers.notes n where n.customer_id = c.id)
    and not exists (select from customers.merges m where m.kept_id = c.id and m.undone_at is null)
    and not exists (select from customers.identities i where i.customer_id = c.id and i.kind = 'account' and i.channel_id <> c.first_channel_id)`.execute(
    tx,
  );
  await noteChanges(tx, 'customer', ids);
}

/** @param rows as `to_jsonb` gave them; a customer who is gone has nothing to restore. A merge made since stays. */
export async function restoreCustomers(tx: Db, rows: readonly StoredRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await restoreRows(
    tx,
    'customers.customers',
    rows.map(({ merged_into: _, ...row }) => row as StoredRow),
  );
  await refreshSearch(tx, ids);
  await noteChanges(tx, 'customer', ids);
}
