/** Everything known about one customer: profile, keys with their reasons, figures with what they rest on (CUS-1, CUS-2, CUS-11). */
import { sql } from 'kysely';
import type { CustomerCard } from '../../../../contract/customers.ts';
import { notFound } from '../../../platform/http/problem.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { getWorkspace } from '../../../platform/workspace.ts';
import { nameOf, suspectsOf } from '../care/suspect-store.ts';
import { iso, rowColumns, rowTables, type StoredRow, shownRow } from '../list/list.ts';
import { familyOf, pathToRoot } from '../merges/family.ts';
import { latestNotes } from './notes.ts';

const notesShown = 20;

/** @throws Problem `not-found` */
export async function showCustomer(db: Db, id: number): Promise<CustomerCard | { id: number; mergedInto: number }> {
  const path = await pathToRoot(db, id);
  const root = path.at(-1);
  if (root === undefined) throw notFound('customer', id);
  return root === id ? readCard(db, id) : { id, mergedInto: root };
}

/** @param id of a customer that is no part of another. @throws Problem `not-found` */
export async function readCard(db: Db, id: number): Promise<CustomerCard> {
  const { birthDate, age, postcode, firstOrderAt, registeredAt, createdAt, updatedAt, daysFirstToLast, ...stored } = await readRow(db, id);
  const { ordersCount, spentBase } = stored;
  return {
    ...shownRow(stored),
    mergedInto: null,
    birthDate,
    age,
    postcode,
    firstOrderAt,
    averageBase: ordersCount > 0 ? Math.round(spentBase / ordersCount) : null,
    daysBetweenOrders: ordersCount > 1 && daysFirstToLast !== null ? daysFirstToLast / (ordersCount - 1) : null,
    registeredAt: registeredAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    identities: await readIdentities(db, id),
    merges: await readMerges(db, id),
    suspects: await suspectsOf(db, id),
    notes: await latestNotes(db, await familyOf(db, id), notesShown),
  };
}

type StoredCard = StoredRow &
  Pick<CustomerCard, 'birthDate' | 'age' | 'postcode' | 'firstOrderAt'> & {
    registeredAt: Date | null;
    createdAt: Date;
    updatedAt: Date;
    daysFirstToLast: number | null;
  };

async function readRow(db: Db, id: number): Promise<StoredCard> {
  const { timeZone } = await getWorkspace(db);
  const { rows } = await sql<StoredCard>`
    select ${rowColumns}, c.birth_date as "birthDate", extract(year from age((now() at time zone ${timeZone})::date, c.birth_date))::int as age, c.postcode,
      ${iso(sql`t.first_order_at`)} as "firstOrderAt", c.registered_at as "registeredAt", c.created_at as "createdAt", c.updated_at as "updatedAt",
      case when t.first_order_at > '-infinity' then extract(epoch from t.last_order_at - t.first_order_at)::float8 / 86400 end as "daysFirstToLast"
    from ${rowTables} where c.id = ${id}`.execute(db);
  if (!rows[0]) throw notFound('customer', id);
  return rows[0];
}

async function readIdentities(db: Db, id: number): Promise<CustomerCard['identities']> {
  const { rows } = await sql<Omit<CustomerCard['identities'][number], 'since'> & { since: Date }>`
    select id, kind, case when kind = 'account' then channel_id end as "channelId", value, reason, created_at as since, original_customer_id as "broughtBy"
    from customers.identities where customer_id = ${id} order by kind, id limit 200`.execute(db);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

async function readMerges(db: Db, id: number): Promise<CustomerCard['merges']> {
  const { rows } = await sql<Omit<CustomerCard['merges'][number], 'at'> & { at: Date }>`
    select m.id, ${nameOf('g')} as gone, m.reason, m.author, m.at
    from customers.merges m join customers.customers g on g.id = m.gone_id where m.kept_id = ${id} and m.undone_at is null order by m.id desc`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
