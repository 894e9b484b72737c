/** Reads and writes what people change on a customer. */
import { sql } from 'kysely';
import type { CustomerChange } from '../../../../contract/customers.ts';
import { noteChanges } from '../../../platform/outbox.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { takeIds } from '../../../platform/postgres/ids.ts';

export type Written = Required<CustomerChange>;

/** Locked until the transaction ends. */
export async function holdWritten(tx: Db, id: number): Promise<(Written & { mergedInto: number | null }) | null> {
  const { rows } = await sql<Written & { mergedInto: number | null }>`
    select name, email, phone, sex, birth_date as "birthDate", city, region, country, postcode, company_id as "companyId", manager_id as "managerId",
      acquired_from as "acquiredFrom", tags, fields, merged_into as "mergedInto"
    from customers.customers where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** A contact that a person wrote is no substitute and has no problem. */
export async function write(tx: Db, id: number, after: Written): Promise<void> {
  await sql`update customers.customers c set name = ${after.name}, email = ${after.email}, phone = ${after.phone},
      phone_is_temporary = c.phone_is_temporary and c.phone is not distinct from ${after.phone},
      problems = array(select p from unnest(c.problems) p where p = 'bad_email' and c.email is not distinct from ${after.email}
        or p = 'bad_phone' and c.phone is not distinct from ${after.phone}),
      sex = ${after.sex}, birth_date = ${after.birthDate}, city = ${after.city}, region = ${after.region}, country = ${after.country},
      postcode = ${after.postcode}, company_id = ${after.companyId}, manager_id = ${after.managerId}, acquired_from = ${after.acquiredFrom},
      tags = array(select t from unnest(${after.tags}::text[]) t order by 1), fields = ${JSON.stringify(after.fields)}::jsonb, updated_at = now()
    where id = ${id}`.execute(tx);
  await noteChanges(tx, 'customer', [id]);
}

/** A customer without anything, entered by hand. */
export async function addEmpty(tx: Db): Promise<number> {
  const [id] = (await takeIds(tx, 'customers.customers', 1)) as [number];
  await sql`insert into customers.customers (id, first_channel_id, channel_ids) values (${id}, 0, '{0}')`.execute(tx);
  await sql`insert into customers.totals (customer_id) values (${id})`.execute(tx);
  return id;
}
