/** Merges and the profiles they change, in PostgreSQL. */
import { type RawBuilder, sql } from 'kysely';
import { noteChanges } from '../../../platform/outbox.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import type { Filled } from './fill.ts';
import { flatten, type Profile, type ProfileRow, unflatten } from './profile.ts';

export interface HeldCustomer {
  id: number;
  mergedInto: number | null;
  account: string | null;
  /** When the person was first heard of. */
  knownSince: Date;
  profile: Profile;
}

/** Locks the records in the order of their ids; those that do not exist are missing. */
export const holdCustomers = (tx: Db, ids: readonly number[]) => read(tx, ids, sql`for update of c`);

export const readCustomers = (db: Db, ids: readonly number[]) => read(db, ids, sql``);

async function read(db: Db, ids: readonly number[], lock: RawBuilder<unknown>): Promise<Map<number, HeldCustomer>> {
  const { rows } = await sql<Omit<HeldCustomer, 'profile'> & { row: ProfileRow }>`
    select c.id, c.merged_into as "mergedInto", c.first_account as account, to_jsonb(c) - 'search' as row,
      least(c.created_at, c.registered_at, nullif(t.first_order_at, '-infinity')) as "knownSince"
    from customers.customers c join customers.totals t on t.customer_id = c.id where c.id = any(${ids as number[]}) order by c.id ${lock}`.execute(
    db,
  );
  return new Map(rows.map(({ row, ...held }) => [held.id, { ...held, profile: flatten(row) }]));
}

/** Sets come out sorted, as everything that writes them keeps them. */
export async function writeProfiles(tx: Db, customers: readonly { id: number; profile: Profile }[]): Promise<void> {
  if (customers.length === 0) return;
  const rows = customers.map(({ id, profile }) => ({ id, ...unflatten(profile) }));
  const sorted = (column: string): RawBuilder<unknown> => sql`array(select x from unnest(${sql.ref(`r.${column}`)}) x order by 1)`;
  await sql`update customers.customers c set name = r.name, email = r.email, phone = r.phone, phone_is_temporary = r.phone_is_temporary, sex = r.sex,
      birth_date = r.birth_date, city = r.city, region = r.region, country = r.country, postcode = r.postcode, company_id = r.company_id,
      manager_id = r.manager_id, acquired_from = r.acquired_from, registered_at = r.registered_at, tags = ${sorted('tags')},
      channel_ids = ${sorted('channel_ids')}, problems = ${sorted('problems')}, fields = r.fields, updated_at = now()
    from jsonb_populate_recordset(null::customers.customers, ${JSON.stringify(rows)}::jsonb) r where c.id = r.id`.execute(tx);
  await noteChanges(
    tx,
    'customer',
    rows.map(({ id }) => id),
  );
}

/** Says of which customer a record is a part; null makes it one of its own again. */
export async function setMergedInto(tx: Db, id: number, into: number | null): Promise<void> {
  await sql`update customers.customers set merged_into = ${into}, updated_at = now() where id = ${id}`.execute(tx);
  await noteChanges(tx, 'customer', [id]);
}

/** Gives the keys that these records brought to the customer they belong to now. */
export async function moveIdentities(tx: Db, originalIds: readonly number[], customerId: number): Promise<void> {
  await sql`update customers.identities set customer_id = ${customerId} where original_customer_id = any(${originalIds as number[]})`.execute(
    tx,
  );
}

export interface MergeInForce {
  id: number;
  keptId: number;
  goneId: number;
  filled: Filled;
}

const inForce = sql`id, kept_id as "keptId", gone_id as "goneId", filled`;

export async function addMerge(tx: Db, merge: Omit<MergeInForce, 'id'> & { reason: string; author: string }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into customers.merges (kept_id, gone_id, reason, filled, author)
    values (${merge.keptId}, ${merge.goneId}, ${merge.reason}, ${JSON.stringify(merge.filled)}::jsonb, ${merge.author}) returning id`.execute(
    tx,
  );
  return (rows[0] as { id: number }).id;
}

export async function holdMerge(tx: Db, id: number): Promise<MergeInForce | null> {
  const { rows } =
    await sql<MergeInForce>`select ${inForce} from customers.merges where id = ${id} and undone_at is null for update`.execute(tx);
  return rows[0] ?? null;
}

/** Merges into these records, in the order in which they were made. */
export async function mergesInto(tx: Db, keptIds: readonly number[]): Promise<MergeInForce[]> {
  const { rows } = await sql<MergeInForce>`
    select ${inForce} from customers.merges where kept_id = any(${keptIds as number[]}) and undone_at is null order by id for update`.execute(
    tx,
  );
  return rows;
}

export async function rewriteFilled(tx: Db, merges: readonly Pick<MergeInForce, 'id' | 'filled'>[]): Promise<void> {
  if (merges.length === 0) return;
  await sql`update customers.merges m set filled = r.filled
    from jsonb_to_recordset(${JSON.stringify(merges)}::jsonb) as r(id bigint, filled jsonb) where m.id = r.id`.execute(tx);
}

export async function closeMerge(tx: Db, id: number, author: string): Promise<void> {
  await sql`update customers.merges set undone_at = now(), undone_by = ${author} where id = ${id}`.execute(tx);
}
