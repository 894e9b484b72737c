/** Takes customers back as an undone import asks. */
import { sql } from 'kysely';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { restoreRows, type StoredRow } from '../../platform/postgres/restore-rows.ts';

/** Customers who bought elsewhere meanwhile, or whom others were joined to, stay. @param inUse by orders */
export async function takeBackCustomers(tx: Db, created: readonly number[], replaced: readonly StoredRow[], inUse: ReadonlySet<number>): Promise<void> {
  const unused = created.filter((id) => !inUse.has(id));
  await sql`delete from customers.customers c where id = any(${unused})
    and not exists (select from customers.customers m where m.merged_into = c.id)`.execute(tx);
  // A customer whom the same import made is gone and has nothing to restore.
  await restoreRows(tx, 'customers.customers', replaced);
  await noteChanges(tx, 'customer', [...created, ...replaced.map(({ id }) => id)]);
}
