/** Writes what a channel says about customers into their profiles. */
import { sql } from 'kysely';
import type { FieldDefinition } from '../../../contract/fields.ts';
import type { CustomerRecord } from '../../../contract/records.ts';
import { tidyFields } from '../../models/fields.ts';
import { searchVector } from '../../models/search-words.ts';
import { fieldsOf } from '../../platform/fields.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { ensureCompanies } from './companies/ensure.ts';
import { contactsOf } from './contacts.ts';
import { refreshSearch } from './search.ts';

export interface SaveOptions {
  homeCountry: string;
  journal: Journal;
}

export interface Described {
  record: CustomerRecord;
  customerId: number;
}

/** The newest description wins, field by field; what it leaves out stays. @param items of different customers */
export async function describeCustomers(tx: Db, channelId: number, items: readonly Described[], options: SaveOptions): Promise<void> {
  const companies = await ensureCompanies(
    tx,
    items.flatMap(({ record }) => record.company ?? []),
  );
  const definitions = items.some(({ record }) => record.fields) ? await fieldsOf(tx, 'customers') : [];
  const rows = items.map((item) => rowOf(item, channelId, { companies, definitions, homeCountry: options.homeCountry }));
  const incoming = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, name text, email text, phone text, temporary boolean, sex text,
    birth_date date, city text, region text, country text, postcode text, company_id bigint, acquired_from text, registered_at timestamptz, tags text[],
    fields jsonb, problems text[], search tsvector)`;
  const before = await sql<{ row: CustomerBefore }>`
    select to_jsonb(c) - '{search,contactable}'::text[] as row from customers.customers c join ${incoming} on c.id = r.id where ${saysMore}`.execute(
    tx,
  );
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

interface Known {
  companies: ReadonlyMap<string, number>;
  definitions: readonly FieldDefinition[];
  homeCountry: string;
}

function rowOf({ record, customerId }: Described, channelId: number, { companies, definitions, homeCountry }: Known) {
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
    fields: tidyFields(definitions, record.fields ?? {}, homeCountry),
    problems: contacts.problems,
    search: searchVector([record.name, contacts.email, record.externalId, record.company?.name], [contacts.phone]),
  };
}
