/** Reads and writes customers and their identities in bulk, for intake. */
import { sql } from 'kysely';
import { searchVector } from '../../models/search-words.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import { copyRows, type Db } from '../../platform/postgres/database.ts';
import { takeIds } from '../../platform/postgres/ids.ts';
import type { BuyerRef, Contacts, IdentityKind } from './contacts.ts';

export interface NewCustomer {
  id: number;
  channelId: number;
  ref: BuyerRef;
  contacts: Contacts;
}

export interface NewIdentity {
  kind: IdentityKind;
  channelId: number;
  value: string;
  customerId: number;
  originalCustomerId: number;
  reason: string;
}

interface KnownIdentity {
  kind: IdentityKind;
  channelId: number;
  value: string;
  buyerId: number;
  customerId: number;
}

/** The identities with these keys, and every account on `channelId` of the customers they belong to. */
export async function findIdentities(
  tx: Db,
  keys: readonly { kind: IdentityKind; channelId: number; value: string }[],
  channelId: number,
): Promise<{ identities: KnownIdentity[]; accounts: { customerId: number; value: string }[] }> {
  if (keys.length === 0) return { identities: [], accounts: [] };
  const { rows: identities } = await sql<KnownIdentity>`
    select i.kind, i.channel_id as "channelId", i.value, i.original_customer_id as "buyerId", i.customer_id as "customerId"
    from unnest(${keys.map((key) => key.kind)}::text[], ${keys.map((key) => key.channelId)}::bigint[], ${keys.map((key) => key.value)}::text[])
      as k(kind, channel_id, value)
    join customers.identities i on i.kind = k.kind and i.channel_id = k.channel_id and i.value = k.value`.execute(tx);
  const owners = [...new Set(identities.map((row) => row.customerId))];
  const { rows: accounts } = await sql<{ customerId: number; value: string }>`
    select customer_id as "customerId", value from customers.identities
    where customer_id = any(${owners}) and kind = 'account' and channel_id = ${channelId}`.execute(tx);
  return { identities, accounts };
}

export async function addCustomers(tx: Db, customers: readonly NewCustomer[]): Promise<void> {
  await copyRows(
    tx,
    'customers.customers',
    [
      'id',
      'name',
      'email',
      'phone',
      'phone_is_temporary',
      'sex',
      'birth_date',
      'city',
      'region',
      'country',
      'postcode',
      'acquired_from',
      'first_channel_id',
      'first_account',
      'channel_ids',
      'problems',
      'registered_at',
      'search',
    ],
    customers.map(({ id, channelId, ref, contacts }) => [
      id,
      ref.name,
      contacts.email,
      contacts.phone,
      ref.phoneIsTemporary ?? false,
      ref.sex,
      ref.birthDate,
      ref.city,
      ref.region,
      ref.country,
      ref.postcode,
      ref.acquiredFrom,
      channelId,
      ref.externalId,
      [channelId],
      contacts.problems,
      ref.registeredAt,
      searchVector([ref.name, contacts.email, ref.externalId], [contacts.phone]),
    ]),
  );
  await copyRows(
    tx,
    'customers.totals',
    ['customer_id'],
    customers.map(({ id }) => [id]),
  );
  await noteChanges(
    tx,
    'customer',
    customers.map(({ id }) => id),
  );
}

/** @param made customers of the same batch: their identities go with them when the batch is taken back */
export async function addIdentities(
  tx: Db,
  identities: readonly NewIdentity[],
  made: ReadonlySet<number>,
  journal: Journal,
): Promise<void> {
  const columns = ['customer_id', 'original_customer_id', 'kind', 'channel_id', 'value', 'reason'];
  const valuesOf = (i: NewIdentity) => [i.customerId, i.originalCustomerId, i.kind, i.channelId, i.value, i.reason];
  await copyRows(tx, 'customers.identities', columns, identities.filter((i) => made.has(i.customerId)).map(valuesOf));
  const others = identities.filter((i) => !made.has(i.customerId));
  const ids = await takeIds(tx, 'customers.identities', others.length);
  await copyRows(
    tx,
    'customers.identities',
    ['id', ...columns],
    others.map((i, index) => [ids[index], ...valuesOf(i)]),
  );
  journal.created('identity', ids);
}

export async function addSuspects(tx: Db, suspects: readonly { firstId: number; secondId: number; reason: string }[]): Promise<void> {
  if (suspects.length === 0) return;
  await sql`insert into customers.suspects (first_id, second_id, reason)
    select * from unnest(${suspects.map((s) => s.firstId)}::bigint[], ${suspects.map((s) => s.secondId)}::bigint[], ${suspects.map((s) => s.reason)}::text[])
    on conflict do nothing`.execute(tx);
}
