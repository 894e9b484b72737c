/** Reads and writes customers and their identities in bulk, for intake. */
import { sql } from 'kysely';
import { searchVector } from '../../models/search-words.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import { copyRows, type Db } from '../../platform/postgres/database.ts';
import type { BuyerRef, Contacts } from './resolve.ts';

export type IdentityKind = 'account' | 'email' | 'phone' | 'visitor';

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
    ['id', 'name', 'email', 'phone', 'phone_is_temporary', 'sex', 'birth_date', 'city', 'region', 'country', 'postcode', 'acquired_from',
      'first_channel_id', 'problems', 'registered_at', 'search'],
    customers.map(({ id, channelId, ref, contacts }) => [
      id, ref.name, contacts.email, contacts.phone, ref.phoneIsTemporary ?? false, ref.sex, ref.birthDate, ref.city, ref.region, ref.country,
      ref.postcode, ref.acquiredFrom, channelId, contacts.problems, ref.registeredAt,
      searchVector([ref.name, contacts.email, ref.externalId], [contacts.phone]),
    ]),
  );
  await noteChanges(tx, 'customer', customers.map(({ id }) => id));
}

export async function addIdentities(tx: Db, identities: readonly NewIdentity[]): Promise<void> {
  await copyRows(
    tx,
    'customers.identities',
    ['customer_id', 'original_customer_id', 'kind', 'channel_id', 'value', 'reason'],
    identities.map((i) => [i.customerId, i.originalCustomerId, i.kind, i.channelId, i.value, i.reason]),
  );
}

/** An order tells what was unknown; it never overwrites what is known. */
export async function fillBlanks(tx: Db, updates: readonly { id: number; ref: BuyerRef; contacts: Contacts }[], journal: Journal): Promise<void> {
  const rows = [...new Map(updates.map((update) => [update.id, update])).values()].map(({ id, ref, contacts }) => ({
    id, name: ref.name ?? null, email: contacts.email, phone: contacts.phone, temporary: ref.phoneIsTemporary ?? false, sex: ref.sex ?? null,
    birth_date: ref.birthDate ?? null, city: ref.city ?? null, region: ref.region ?? null, country: ref.country ?? null,
    search: searchVector([ref.name, contacts.email, ref.externalId], [contacts.phone]),
  }));
  if (rows.length === 0) return;
  const incoming = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, name text, email text, phone text, temporary boolean, sex text,
    birth_date date, city text, region text, country text, search tsvector)`;
  const tellsMore = sql`(c.name is null and r.name is not null or c.email is null and r.email is not null or c.phone is null and r.phone is not null
    or c.sex is null and r.sex is not null or c.birth_date is null and r.birth_date is not null or c.city is null and r.city is not null
    or c.region is null and r.region is not null or c.country is null and r.country is not null)`;
  const before = await sql<{ row: { id: number } }>`
    select to_jsonb(c) - '{search,contactable}'::text[] as row from customers.customers c join ${incoming} on c.id = r.id where ${tellsMore}`.execute(tx);
  if (before.rows.length === 0) return;
  journal.replaced('customer', before.rows.map(({ row }) => row));
  await sql`update customers.customers c set name = coalesce(c.name, r.name), email = coalesce(c.email, r.email),
      phone_is_temporary = case when c.phone is null then r.temporary else c.phone_is_temporary end, phone = coalesce(c.phone, r.phone),
      sex = coalesce(c.sex, r.sex), birth_date = coalesce(c.birth_date, r.birth_date), city = coalesce(c.city, r.city),
      region = coalesce(c.region, r.region), country = coalesce(c.country, r.country),
      search = array_to_tsvector(array(select unnest(tsvector_to_array(c.search)) union select unnest(tsvector_to_array(r.search)))),
      updated_at = now()
    from ${incoming} where c.id = r.id and ${tellsMore}`.execute(tx);
  await noteChanges(tx, 'customer', before.rows.map(({ row }) => row.id));
}

export async function addSuspects(tx: Db, suspects: readonly { firstId: number; secondId: number; reason: string }[]): Promise<void> {
  if (suspects.length === 0) return;
  await sql`insert into customers.suspects (first_id, second_id, reason)
    select * from unnest(${suspects.map((s) => s.firstId)}::bigint[], ${suspects.map((s) => s.secondId)}::bigint[], ${suspects.map((s) => s.reason)}::text[])
    on conflict do nothing`.execute(tx);
}
