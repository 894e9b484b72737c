/**
 * Looks for records that may be one person (CUS-3, CUS-9): equal contacts, and equal names with something else in common. It only writes
 * the pairs down; people decide. What many share is no evidence.
 */
import { type RawBuilder, sql } from 'kysely';
import type { suspicions } from '../../../../contract/customer-care.ts';
import { defineJob } from '../../../platform/job-definition.ts';
import type { JobHandle } from '../../../platform/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Db } from '../../../platform/postgres/database.ts';

/** More records than this with equal evidence are a family's phone, a shop's mailbox or a common name in a large city. */
const mostAlike = 4;

/** Words of a name of at least two words, in one order, without ё. */
const nameKey = sql`(select string_agg(word, ' ' order by word) from regexp_split_to_table(replace(lower(c.name), 'ё', 'е'), '[^[:alnum:]]+') word
  where word <> '' having count(*) > 1)`;

type Suspicion = (typeof suspicions)[number];

/** What two records must have equal, strongest first; null is evidence of nothing. */
const evidence: readonly { reason: Suspicion; among: RawBuilder<unknown>; key: RawBuilder<unknown> }[] = [
  { reason: 'same_email', among: sql`c.email is not null and not 'bad_email' = any (c.problems)`, key: sql`lower(c.email)` },
  {
    reason: 'same_phone',
    among: sql`c.phone is not null and not c.phone_is_temporary and not 'bad_phone' = any (c.problems)`,
    key: sql`c.phone`,
  },
  {
    reason: 'same_name_birth_date',
    among: sql`c.name is not null and c.birth_date is not null`,
    key: sql`${nameKey} || ' ' || c.birth_date`,
  },
  {
    reason: 'same_name_phone_tail',
    among: sql`c.name is not null and length(c.phone) > 7`,
    key: sql`${nameKey} || ' ' || right(c.phone, 7)`,
  },
  { reason: 'same_name_city', among: sql`c.name is not null and c.city is not null`, key: sql`${nameKey} || ' ' || lower(c.city)` },
];

export const findSuspectsJob = defineJob<object>({ name: 'customers.find-suspects', run: findSuspects });

/** @returns how many new pairs were found */
export async function findSuspects(
  { db }: Pick<Platform, 'db'>,
  _input: object,
  job: Pick<JobHandle, 'signal' | 'progress'>,
): Promise<{ found: number }> {
  let found = 0;
  for (const [index, { reason, among, key }] of evidence.entries()) {
    job.signal.throwIfAborted();
    found += await pairUp(db.db, reason, among, key);
    await job.progress(index + 1, evidence.length);
  }
  return { found };
}

async function pairUp(db: Db, reason: Suspicion, among: RawBuilder<unknown>, key: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    with keyed as (select c.id, ${key} as key from customers.customers c where c.merged_into is null and ${among}),
    alike as (select array_agg(id order by id) as ids from keyed where key is not null group by key having count(*) between 2 and ${mostAlike}),
    paired as (
      insert into customers.suspects (first_id, second_id, reason)
      select a.id, b.id, ${reason} from alike, unnest(ids) as a(id), unnest(ids) as b(id) where a.id < b.id
      on conflict do nothing returning 1)
    select count(*) as found from paired`.execute(db);
  return rows[0]?.found ?? 0;
}
