/** Companies in PostgreSQL, with what their people bought. */
import { type RawBuilder, sql } from 'kysely';
import type { CompanyCard, CompanyFilter, CompanyRow, CompanySort } from '../../../../contract/companies.ts';
import { searchQuery, searchVector } from '../../../models/search-words.ts';
import { cutPage, keyset } from '../../../platform/page.ts';
import type { Db } from '../../../platform/postgres/database.ts';

type Condition = RawBuilder<unknown>;

const sums = sql`left join lateral (
    select count(*)::int as contacts, coalesce(sum(t.orders_count), 0)::int as orders, coalesce(sum(t.spent_base), 0)::bigint as spent
    from customers.customers c join customers.totals t on t.customer_id = c.id where c.company_id = co.id and c.merged_into is null) s on true`;

const rowColumns = sql`co.id, co.name, co.tax_id as "taxId", co.manager_id as "managerId", co.price_terms as "priceTerms", s.contacts,
  s.orders as "ordersCount", s.spent as "spentBase"`;

export function whereOf({ q, manager }: CompanyFilter): Condition {
  const query = q ? searchQuery(q) : null;
  const conditions = [
    ...(q ? [query === null ? sql`false` : sql`co.search @@ ${query}::tsquery`] : []),
    ...(manager ? [sql`co.manager_id = any(${manager})`] : []),
  ];
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/** @throws Problem `bad-cursor` */
export async function listCompanies(db: Db, where: Condition, page: { sort: CompanySort; limit: number; cursor?: string | undefined }) {
  const column = page.sort.endsWith('name') ? { column: sql`co.name`, type: 'text' } : { column: sql`co.id`, type: 'bigint' };
  const { where: beyond, orderBy } = keyset({ ...column, id: sql`co.id`, descending: page.sort.startsWith('-') }, page.cursor);
  const { rows } = await sql<CompanyRow>`
    select ${rowColumns} from (select * from customers.companies co where ${where} and ${beyond} order by ${orderBy} limit ${page.limit + 1}) co
    ${sums} order by ${orderBy}`.execute(db);
  return cutPage(rows, page.limit, ({ name, id }) => [page.sort.endsWith('name') ? name : String(id), id]);
}

export async function countCompanies(db: Db, where: Condition): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from customers.companies co where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function companyExists(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql`select from customers.companies where id = ${id}`.execute(db);
  return rows.length > 0;
}

type StoredCard = Omit<CompanyCard, 'contacts' | 'doubts' | 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

export async function findCompany(db: Db, id: number): Promise<StoredCard | null> {
  const { rows } = await sql<StoredCard & { contacts?: number }>`
    select ${rowColumns}, co.registration, co.note, co.fields, co.created_at as "createdAt", co.updated_at as "updatedAt"
    from customers.companies co ${sums} where co.id = ${id}`.execute(db);
  const { contacts: _, ...found } = rows[0] ?? {};
  return rows[0] ? (found as StoredCard) : null;
}

export async function contactsOf(db: Db, id: number): Promise<CompanyCard['contacts']> {
  const { rows } = await sql<CompanyCard['contacts'][number]>`
    select id, name, first_channel_id as "channelId", first_account as account, email, phone from customers.customers
    where company_id = ${id} and merged_into is null order by id limit 200`.execute(db);
  return rows;
}

export interface WrittenCompany {
  name: string;
  taxId: string | null;
  registration: Record<string, string>;
  priceTerms: string | null;
  managerId: number | null;
  note: string | null;
  fields: Record<string, unknown>;
}

/** Locked until the transaction ends. */
export async function holdCompany(tx: Db, id: number): Promise<WrittenCompany | null> {
  const { rows } = await sql<WrittenCompany>`
    select name, tax_id as "taxId", registration, price_terms as "priceTerms", manager_id as "managerId", note, fields
    from customers.companies where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** The company that has this tax number. */
export async function companyWithTaxId(tx: Db, taxId: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select id from customers.companies where tax_id = ${taxId}`.execute(tx);
  return rows[0]?.id ?? null;
}

/** @param id null for a new one */
export async function writeCompany(tx: Db, id: number | null, company: WrittenCompany): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into customers.companies as co (id, name, tax_id, registration, price_terms, manager_id, note, fields, search)
    values (coalesce(${id}::bigint, nextval(pg_get_serial_sequence('customers.companies', 'id'))), ${company.name}, ${company.taxId},
      ${JSON.stringify(company.registration)}::jsonb, ${company.priceTerms}, ${company.managerId}, ${company.note}, ${JSON.stringify(company.fields)}::jsonb,
      ${searchVector([company.name, company.taxId])}::tsvector)
    on conflict (id) do update set name = excluded.name, tax_id = excluded.tax_id, registration = excluded.registration,
      price_terms = excluded.price_terms, manager_id = excluded.manager_id, note = excluded.note, fields = excluded.fields, search = excluded.search,
      updated_at = now()
    returning id`.execute(tx);
  return (rows[0] as { id: number }).id;
}

/** Whose search words hold the company's name. */
export async function peopleOf(tx: Db, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from customers.customers where company_id = ${id}`.execute(tx);
  return rows.map((row) => row.id);
}
