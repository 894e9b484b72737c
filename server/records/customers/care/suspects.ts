/** Possible duplicates as people decide on them. */
import type { Suspect } from '../../../../contract/customer-care.ts';
import { type Actor, audit } from '../../../platform/audit.ts';
import { notFound } from '../../../platform/http/problem.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { chooseKept } from '../merges/choose.ts';
import { type HeldCustomer, readCustomers } from '../merges/store.ts';
import { dismissSuspect, listSuspects } from './suspect-store.ts';

export async function showSuspects(
  db: Db,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ rows: Suspect[]; next: string | null }> {
  const { rows, next } = await listSuspects(db, page);
  const customers = await readCustomers(db, [...new Set(rows.flatMap(({ first, second }) => [first.id, second.id]))]);
  const keptOf = (first: number, second: number) =>
    chooseKept(customers.get(first) as HeldCustomer, customers.get(second) as HeldCustomer).kept.id;
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString(), keptId: keptOf(row.first.id, row.second.id) })), next };
}

/** @throws Problem `not-found` */
export async function dismiss(tx: Db, author: Actor, id: number): Promise<void> {
  if (!(await dismissSuspect(tx, id, author.name))) throw notFound('suspect', id);
  await audit(tx, author, { action: 'customers.suspect-dismissed', object: { kind: 'suspect', id } });
}
