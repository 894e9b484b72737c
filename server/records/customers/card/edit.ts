/** What people write about a customer: profile, company, manager, tags, custom fields (CUS-7, CUS-8). */
import type { CustomerChange } from '../../../../contract/customers.ts';
import { type Actor, audit } from '../../../platform/audit.ts';
import { notFound, Problem } from '../../../platform/http/problem.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { claimContacts, releaseContact } from '../claim.ts';
import { takeIntakeLock } from '../lock.ts';
import { refreshSearch } from '../search.ts';
import { cleanChange } from './clean.ts';
import { addEmpty, holdWritten, type Written, write } from './edit-store.ts';

/** @throws Problem `customers:empty`, or `invalid` naming every bad value */
export async function addCustomer(tx: Db, author: Actor, entered: CustomerChange): Promise<number> {
  if (Object.values(entered).every((value) => value === null || value === undefined)) throw new Problem('customers:empty');
  const change = await cleanChange(tx, entered, true);
  await takeIntakeLock(tx);
  const id = await addEmpty(tx);
  const after = await applyChange(tx, id, await requireWritten(tx, id), change);
  await audit(tx, author, { action: 'customers.added', object: { kind: 'customer', id }, after });
  return id;
}

/** @throws Problem `not-found`, `customers:merged`, or `invalid` naming every bad value */
export async function changeCustomer(tx: Db, author: Actor, id: number, entered: CustomerChange): Promise<void> {
  const change = await cleanChange(tx, entered, false);
  if (change.email !== undefined || change.phone !== undefined) await takeIntakeLock(tx);
  const before = await requireWritten(tx, id);
  const after = await applyChange(tx, id, before, change);
  if (Object.keys(after).length === 0) return;
  const was = Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof Written]]));
  await audit(tx, author, { action: 'customers.changed', object: { kind: 'customer', id }, before: was, after });
}

async function requireWritten(tx: Db, id: number): Promise<Written> {
  const held = await holdWritten(tx, id);
  if (!held) throw notFound('customer', id);
  const { mergedInto, ...written } = held;
  if (mergedInto !== null) throw new Problem('customers:merged', { status: 409, values: { id, into: mergedInto } });
  return written;
}

/** @returns what differs from before */
async function applyChange(tx: Db, id: number, before: Written, change: CustomerChange): Promise<Partial<Written>> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: Written = {
    ...before,
    ...given,
    fields: withoutNulls({ ...before.fields, ...change.fields }),
    tags: (change.tags ?? before.tags).toSorted(),
  };
  const differing = Object.entries(after).filter(([key, value]) => canonical(value) !== canonical(before[key as keyof Written]));
  if (differing.length === 0) return {};
  const differs = new Set(differing.map(([key]) => key));
  await write(tx, id, after);
  for (const kind of ['email', 'phone'] as const) if (differs.has(kind)) await changeContact(tx, id, kind, before[kind], after[kind]);
  if (['name', 'email', 'phone', 'companyId'].some((key) => differs.has(key))) await refreshSearch(tx, [id]);
  return Object.fromEntries(differing);
}

async function changeContact(
  tx: Db,
  customerId: number,
  kind: 'email' | 'phone',
  before: string | null,
  after: string | null,
): Promise<void> {
  if (before !== null) await releaseContact(tx, { customerId, kind, value: before });
  if (after !== null) await claimContacts(tx, [{ customerId, kind, value: after }], 'entered');
}

/** Sets come from the database in its own order. */
const canonical = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);

const withoutNulls = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
