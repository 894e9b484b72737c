/** How good the data about customers is, by where it came from, and what is wrong with it (CUS-9). */
import { sql } from 'kysely';
import type { profileParts, Quality } from '../../../../contract/customer-care.ts';
import { contactProblems } from '../../../../contract/customers.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { countSuspects } from './suspect-store.ts';

type Part = (typeof profileParts)[number];

interface StoredSource extends Record<Part, number> {
  channelId: number;
  customers: number;
  badPhones: number;
  badEmails: number;
  unreachable: number;
}

/** One walk over all customers; a contact that cannot be right counts as missing. */
export async function measureQuality(db: Db): Promise<Quality> {
  const { rows } = await sql<StoredSource>`
    select first_channel_id as "channelId", count(*) as customers, count(name) as name, count(city) as city, count(sex) as sex,
      count(birth_date) as "birthDate", count(email) filter (where not 'bad_email' = any (problems)) as email,
      count(phone) filter (where not 'bad_phone' = any (problems)) as phone, count(*) filter (where 'bad_phone' = any (problems)) as "badPhones",
      count(*) filter (where 'bad_email' = any (problems)) as "badEmails", count(*) filter (where not contactable) as unreachable
    from customers.customers where merged_into is null group by 1 order by 2 desc`.execute(db);
  const sum = (key: 'customers' | 'badPhones' | 'badEmails' | 'unreachable') => rows.reduce((total, row) => total + row[key], 0);
  const [badPhone, badEmail] = contactProblems;
  const suspects = await countSuspects(db);
  return {
    customers: sum('customers'),
    sources: rows.map(sourceOf),
    issues: [
      { kind: badPhone, count: sum('badPhones'), filter: { problem: [badPhone] } },
      { kind: badEmail, count: sum('badEmails'), filter: { problem: [badEmail] } },
      { kind: 'not_contactable', count: sum('unreachable'), filter: { contactable: false } },
      { kind: 'suspects', count: suspects.count, filter: null },
    ],
  };
}

function sourceOf({ channelId, customers, name, email, phone, city, sex, birthDate }: StoredSource): Quality['sources'][number] {
  const counts: Record<Part, number> = { name, email, phone, city, sex, birthDate };
  const parts = Object.fromEntries(Object.entries(counts).map(([part, count]) => [part, count / customers])) as Record<Part, number>;
  const shares = Object.values(parts);
  return { channelId, customers, completeness: shares.reduce((a, b) => a + b, 0) / shares.length, parts };
}
