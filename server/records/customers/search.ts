/** What a customer is found by, written anew after changes that may take words away (CUS-6). */
import { sql } from 'kysely';
import { searchVector } from '../../models/search-words.ts';
import type { Db } from '../../platform/postgres/database.ts';

interface Findable {
  id: number;
  /** Names, mailboxes, company, accounts: the customer's own and those of the records joined to it. */
  texts: string[];
  phones: string[];
}

export async function refreshSearch(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await findable(tx, ids);
  const rows = found.map(({ id, texts, phones }) => ({ id, search: searchVector(texts, phones) }));
  await sql`update customers.customers c set search = r.search
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, search tsvector) where c.id = r.id`.execute(tx);
}

async function findable(tx: Db, ids: readonly number[]): Promise<Findable[]> {
  const { rows } = await sql<Findable>`
    with recursive family(root, id) as (
      select id, id from customers.customers where id = any(${ids as number[]})
      union all
      select f.root, c.id from family f join customers.customers c on c.merged_into = f.id
    )
    select f.root as id,
      array_remove(array_agg(c.name) || array_agg(c.email) || array_agg(co.name) || array_agg(a.value), null) as texts,
      array_remove(array_agg(c.phone), null) as phones
    from family f
    join customers.customers c on c.id = f.id
    left join customers.companies co on co.id = c.company_id
    left join customers.identities a on a.original_customer_id = f.id and a.kind = 'account'
    group by f.root`.execute(tx);
  return rows;
}
