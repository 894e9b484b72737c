/** Companies that buyers act for, told apart by tax number, or by name where there is none. */
import { sql } from 'kysely';
import type { CustomerRecord } from '../../../../contract/records.ts';
import { searchVector } from '../../../models/search-words.ts';
import type { Db } from '../../../platform/postgres/database.ts';

type Company = NonNullable<CustomerRecord['company']>;

/** Makes what is missing; ids by tax number, or by name for companies without one. */
export async function ensureCompanies(tx: Db, companies: readonly Company[]): Promise<Map<string, number>> {
  const wanted = new Map(companies.map((company) => [company.taxId ?? company.name, company]));
  if (wanted.size === 0) return new Map();
  const rows = [...wanted.values()].map(({ name, taxId, registration }) => ({
    name,
    tax_id: taxId ?? null,
    registration: registration ?? {},
    search: searchVector([name, taxId]),
  }));
  await sql`insert into customers.companies (name, tax_id, registration, search)
    select r.name, r.tax_id, r.registration, r.search
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(name text, tax_id text, registration jsonb, search tsvector)
    where not exists (select from customers.companies c where c.tax_id = r.tax_id or (r.tax_id is null and c.tax_id is null and c.name = r.name))`.execute(
    tx,
  );
  const found = await sql<{ id: number; name: string; taxId: string | null }>`
    select id, name, tax_id as "taxId" from customers.companies
    where tax_id = any(${rows.map((row) => row.tax_id)}) or (tax_id is null and name = any(${rows.map((row) => row.name)}))`.execute(tx);
  return new Map(found.rows.map((row) => [row.taxId ?? row.name, row.id]));
}
