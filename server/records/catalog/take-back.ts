/** Takes products and offers back as an undone import asks. */
import { sql } from 'kysely';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { restoreRows, type StoredRow } from '../../platform/postgres/restore-rows.ts';

export async function takeBackOffers(tx: Db, created: readonly number[], replaced: readonly StoredRow[]): Promise<void> {
  await sql`delete from catalog.offers where id = any(${created as number[]})`.execute(tx);
  await restoreRows(tx, 'catalog.offers', replaced);
}

/** Products that others still offer or have bought stay. @param inUse by orders */
export async function takeBackProducts(tx: Db, created: readonly number[], replaced: readonly StoredRow[], inUse: ReadonlySet<number>): Promise<void> {
  const unused = created.filter((id) => !inUse.has(id));
  await sql`delete from catalog.products p where id = any(${unused})
    and not exists (select from catalog.offers o where o.product_id = p.id)`.execute(tx);
  await restoreRows(tx, 'catalog.products', replaced);
  await noteChanges(tx, 'product', [...created, ...replaced.map(({ id }) => id)]);
}
