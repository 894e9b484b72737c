/** Adds to known customers what an order or another channel tells about them: it fills what was unknown and never overwrites. */
import { sql } from 'kysely';
import { searchVector } from '../../models/search-words.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { BuyerRef, Contacts } from './contacts.ts';

export interface Told {
  id: number;
  ref: BuyerRef;
  contacts: Contacts;
}

/** Of several tellings about one customer the first that knows a thing is believed. */
export async function fillBlanks(tx: Db, channelId: number, told: readonly Told[], journal: Journal): Promise<void> {
  if (told.length === 0) return;
  const rows = [...Map.groupBy(told, ({ id }) => id).values()].map((tellings) => tellings.map(rowOf).reduce(together));
  const incoming = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, name text, email text, phone text, temporary boolean, sex text,
    birth_date date, city text, region text, country text, problems text[], name_words tsvector, email_words tsvector, phone_words tsvector,
    account_words tsvector)`;
  const tellsMore = sql`(c.name is null and r.name is not null or c.email is null and r.email is not null or c.phone is null and r.phone is not null
    or c.sex is null and r.sex is not null or c.birth_date is null and r.birth_date is not null or c.city is null and r.city is not null
    or c.region is null and r.region is not null or c.country is null and r.country is not null or not ${channelId} = any (c.channel_ids)
    or not tsvector_to_array(r.account_words) <@ tsvector_to_array(c.search))`;
  const before = await sql<{ row: { id: number } }>`
    select to_jsonb(c) - '{search,contactable}'::text[] as row from customers.customers c join ${incoming} on c.id = r.id where ${tellsMore}`.execute(
    tx,
  );
  if (before.rows.length === 0) return;
  journal.replaced(
    'customer',
    before.rows.map(({ row }) => row),
  );
  await sql`update customers.customers c set name = coalesce(c.name, r.name), email = coalesce(c.email, r.email),
      phone_is_temporary = case when c.phone is null then r.temporary else c.phone_is_temporary end, phone = coalesce(c.phone, r.phone),
      problems = array(select unnest(c.problems)
        union select p from unnest(r.problems) p where p = 'bad_email' and c.email is null or p = 'bad_phone' and c.phone is null order by 1),
      sex = coalesce(c.sex, r.sex), birth_date = coalesce(c.birth_date, r.birth_date), city = coalesce(c.city, r.city),
      region = coalesce(c.region, r.region), country = coalesce(c.country, r.country),
      channel_ids = array(select unnest(c.channel_ids) union select ${channelId}::bigint order by 1),
      search = c.search || r.account_words || case when c.name is null then r.name_words else '' end
        || case when c.email is null then r.email_words else '' end || case when c.phone is null then r.phone_words else '' end,
      updated_at = now()
    from ${incoming} where c.id = r.id and ${tellsMore}`.execute(tx);
  await noteChanges(
    tx,
    'customer',
    before.rows.map(({ row }) => row.id),
  );
}

function together(first: BlankRow, next: BlankRow): BlankRow {
  const known = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== null));
  const newProblems = next.problems.filter((problem) => (problem === 'bad_email' ? first.email : first.phone) === null);
  return {
    ...next,
    ...known,
    temporary: first.phone === null ? next.temporary : first.temporary,
    problems: [...first.problems, ...newProblems],
    name_words: first.name_words || next.name_words,
    email_words: first.email_words || next.email_words,
    phone_words: first.phone_words || next.phone_words,
    account_words: `${first.account_words} ${next.account_words}`,
  };
}

type BlankRow = ReturnType<typeof rowOf>;

function rowOf({ id, ref, contacts: { email, phone, problems } }: Told) {
  return {
    id,
    name: ref.name ?? null,
    email,
    phone,
    temporary: ref.phoneIsTemporary ?? false,
    sex: ref.sex ?? null,
    birth_date: ref.birthDate ?? null,
    city: ref.city ?? null,
    region: ref.region ?? null,
    country: ref.country ?? null,
    problems,
    name_words: searchVector([ref.name]),
    email_words: searchVector([email]),
    phone_words: searchVector([], [phone]),
    account_words: searchVector([ref.externalId]),
  };
}
