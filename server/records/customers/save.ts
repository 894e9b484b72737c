/** Stores what a channel says about its customers: the newest description wins, field by field; what it leaves out stays. */
import { sql } from 'kysely';
import type { CustomerRecord } from '../../../contract/records.ts';
import { searchVector } from '../../models/search-words.ts';
import { contentHash, judgeVersion, newestOfEach, type SaveCounts, type Verdict } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { ensureCompanies } from './companies/ensure.ts';
import { contactsOf } from './contacts.ts';
import { resolveBuyers } from './resolve.ts';
import { refreshSearch } from './search.ts';

interface Options {
  homeCountry: string;
  journal: Journal;
}

interface Incoming {
  record: CustomerRecord;
  hash: string;
  verdict: Verdict;
  customerId: number;
  /** What is known of the last version, where the account is known. */
  identity: { id: number; source_hash: string | null; source_changed_at: Date | null } | null;
}

/** One batch of one channel. The caller holds the intake lock. */
export async function saveCustomers(tx: Db, channelId: number, records: readonly CustomerRecord[], options: Options): Promise<SaveCounts> {
  const newest = newestOfEach(records);
  const judged = await judge(tx, channelId, newest);
  const wanted = judged.filter(({ verdict }) => verdict === 'new' || verdict === 'changed');
  const resolved = await resolveBuyers(
    tx,
    channelId,
    wanted.map(({ record }) => record),
    options,
  );
  wanted.forEach((item, index) => {
    item.customerId = resolved[index]?.customerId ?? 0;
  });
  await describe(tx, channelId, wanted, options);
  return {
    created: wanted.filter(({ verdict }) => verdict === 'new').length,
    updated: wanted.filter(({ verdict }) => verdict === 'changed').length,
    unchanged: judged.filter(({ verdict }) => verdict === 'same').length + records.length - newest.length,
    late: judged.filter(({ verdict }) => verdict === 'late').length,
  };
}

async function judge(tx: Db, channelId: number, records: readonly CustomerRecord[]): Promise<Incoming[]> {
  const { rows } = await sql<{ id: number; value: string; customerId: number; hash: string | null; changedAt: Date | null }>`
    select id, value, customer_id as "customerId", source_hash as hash, source_changed_at as "changedAt" from customers.identities
    where kind = 'account' and channel_id = ${channelId} and value = any(${records.map((record) => record.externalId)})`.execute(tx);
  const known = new Map(rows.map((row) => [row.value, row]));
  return records.map((record) => {
    const row = known.get(record.externalId);
    const hash = contentHash(record);
    const version = row?.hash ? { hash: row.hash, changedAt: row.changedAt } : undefined;
    return {
      record,
      hash,
      verdict: judgeVersion(version, { hash, changedAt: record.changedAt }),
      customerId: row?.customerId ?? 0,
      identity: row ? { id: row.id, source_hash: row.hash, source_changed_at: row.changedAt } : null,
    };
  });
}

async function describe(tx: Db, channelId: number, items: readonly Incoming[], options: Options): Promise<void> {
  if (items.length === 0) return;
  const companies = await ensureCompanies(
    tx,
    items.flatMap(({ record }) => record.company ?? []),
  );
  const rows = items.map((item) => rowOf(item, channelId, companies, options.homeCountry));
  const incoming = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, name text, email text, phone text, temporary boolean, sex text,
    birth_date date, city text, region text, country text, postcode text, company_id bigint, acquired_from text, registered_at timestamptz, tags text[],
    fields jsonb, problems text[], search tsvector)`;
  const before = await sql<{ row: CustomerBefore }>`
    select to_jsonb(c) - '{search,contactable}'::text[] as row from customers.customers c join ${incoming} on c.id = r.id where ${saysMore}`.execute(
    tx,
  );
  options.journal.replaced(
    'identity',
    items.flatMap(({ identity }) => identity ?? []),
  );
  await rememberVersions(tx, channelId, items);
  if (before.rows.length === 0) return;
  const changed = before.rows.map(({ row }) => row);
  options.journal.replaced('customer', changed);
  await sql`update customers.customers c set name = coalesce(r.name, c.name), email = coalesce(r.email, c.email), phone = coalesce(r.phone, c.phone),
      phone_is_temporary = case when r.phone is null then c.phone_is_temporary else r.temporary end, sex = coalesce(r.sex, c.sex),
      birth_date = coalesce(r.birth_date, c.birth_date), city = coalesce(r.city, c.city), region = coalesce(r.region, c.region),
      country = coalesce(r.country, c.country), postcode = coalesce(r.postcode, c.postcode), company_id = coalesce(r.company_id, c.company_id),
      acquired_from = coalesce(c.acquired_from, r.acquired_from), registered_at = coalesce(r.registered_at, c.registered_at),
      tags = array(select distinct unnest(c.tags || r.tags) order by 1), fields = c.fields || r.fields, problems = ${problemsAfter},
      search = c.search || r.search, updated_at = now()
    from ${incoming} where c.id = r.id and ${saysMore}`.execute(tx);
  await refreshSearch(tx, renamed(changed, rows));
  await noteChanges(
    tx,
    'customer',
    changed.map(({ id }) => id),
  );
}

/** A problem of a contact that the record does not speak of stays. */
const problemsAfter = sql`array(select p from unnest(c.problems) p where p = 'bad_email' and r.email is null or p = 'bad_phone' and r.phone is null
  union select unnest(r.problems) order by 1)`;

/** Customers whom the batch itself has just made mostly have nothing left to describe. */
const saysMore = sql`((coalesce(r.name, c.name), coalesce(r.email, c.email), coalesce(r.phone, c.phone), coalesce(r.sex, c.sex),
    coalesce(r.birth_date, c.birth_date), coalesce(r.city, c.city), coalesce(r.region, c.region), coalesce(r.country, c.country),
    coalesce(r.postcode, c.postcode), coalesce(r.company_id, c.company_id), coalesce(c.acquired_from, r.acquired_from),
    coalesce(r.registered_at, c.registered_at))
  is distinct from (c.name, c.email, c.phone, c.sex, c.birth_date, c.city, c.region, c.country, c.postcode, c.company_id, c.acquired_from, c.registered_at)
  or r.phone is not null and r.temporary <> c.phone_is_temporary or not r.tags <@ c.tags or not r.fields <@ c.fields or ${problemsAfter} <> c.problems)`;

interface CustomerBefore {
  id: number;
  name: string | null;
  email: string | null;
  phone: string | null;
  company_id: number | null;
}

/** Words by which these were found until now lead nowhere any more. */
function renamed(before: readonly CustomerBefore[], rows: readonly ReturnType<typeof rowOf>[]): number[] {
  const after = new Map(rows.map((row) => [row.id, row]));
  const gone = (was: unknown, is: unknown) => was !== null && is !== null && was !== is;
  return before.flatMap((was) => {
    const is = after.get(was.id);
    const isRenamed =
      is && (gone(was.name, is.name) || gone(was.email, is.email) || gone(was.phone, is.phone) || gone(was.company_id, is.company_id));
    return isRenamed ? [was.id] : [];
  });
}

function rowOf({ record, customerId }: Incoming, channelId: number, companies: Map<string, number>, homeCountry: string) {
  const contacts = contactsOf(record, channelId, homeCountry);
  return {
    id: customerId,
    name: record.name ?? null,
    email: contacts.email,
    phone: contacts.phone,
    temporary: record.phoneIsTemporary ?? false,
    sex: record.sex ?? null,
    birth_date: record.birthDate ?? null,
    city: record.city ?? null,
    region: record.region ?? null,
    country: record.country ?? null,
    postcode: record.postcode ?? null,
    acquired_from: record.acquiredFrom ?? null,
    company_id: (record.company && companies.get(record.company.taxId ?? record.company.name)) ?? null,
    registered_at: record.registeredAt ?? null,
    tags: record.tags ?? [],
    fields: record.fields ?? {},
    problems: contacts.problems,
    search: searchVector([record.name, contacts.email, record.externalId, record.company?.name], [contacts.phone]),
  };
}

async function rememberVersions(tx: Db, channelId: number, items: readonly Incoming[]): Promise<void> {
  await sql`update customers.identities i set source_hash = r.hash, source_changed_at = coalesce(r.changed_at, i.source_changed_at)
    from unnest(${items.map(({ record }) => record.externalId)}::text[], ${items.map(({ hash }) => hash)}::uuid[],
      ${items.map(({ record }) => record.changedAt ?? null)}::timestamptz[]) as r(value, hash, changed_at)
    where i.kind = 'account' and i.channel_id = ${channelId} and i.value = r.value`.execute(tx);
}
