/** Joins two records of one person (CUS-3). */
import type { Actor } from '../../../platform/audit.ts';
import { audit } from '../../../platform/audit.ts';
import { notFound, Problem } from '../../../platform/http/problem.ts';
import type { Jobs } from '../../../platform/jobs.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { takeIntakeLock } from '../lock.ts';
import { chooseKept, isIdentified } from './choose.ts';
import { familyOf } from './family.ts';
import { apply, fillFrom } from './fill.ts';
import { moveToOwner } from './move.ts';
import { addMerge, type HeldCustomer, holdCustomers, setMergedInto, writeProfiles } from './store.ts';

export interface Merged {
  id: number;
  keptId: number;
  goneId: number;
}

/**
 * @throws Problem `not-found`, `customers:same-record`, `customers:merged` about a record that is a part of another one already, or
 * `customers:person-decides`: a program never says that two identified people are one
 */
export async function mergeCustomers(
  tx: Db,
  jobs: Pick<Jobs, 'start'>,
  author: Actor,
  ids: readonly [number, number],
  reason: string,
): Promise<Merged> {
  if (ids[0] === ids[1]) throw new Problem('customers:same-record');
  await takeIntakeLock(tx);
  const held = await holdCustomers(tx, ids);
  const { kept, gone } = chooseKept(requireCustomer(held, ids[0]), requireCustomer(held, ids[1]));
  if (author.kind !== 'person' && isIdentified(kept) && isIdentified(gone)) throw new Problem('customers:person-decides', { status: 403 });
  const filled = fillFrom(kept.profile, gone.profile);
  const family = await familyOf(tx, gone.id);
  await setMergedInto(tx, gone.id, kept.id);
  await writeProfiles(tx, [{ id: kept.id, profile: apply(kept.profile, filled) }]);
  const id = await addMerge(tx, { keptId: kept.id, goneId: gone.id, filled, reason, author: author.name });
  await moveToOwner(tx, jobs, { buyerIds: family, customerId: kept.id, formerCustomerId: gone.id });
  const filledKeys = Object.keys(filled);
  await audit(tx, author, {
    action: 'customers.merged',
    object: { kind: 'customer', id: kept.id },
    after: { merge: id, gone: gone.id, reason, filled: filledKeys },
  });
  return { id, keptId: kept.id, goneId: gone.id };
}

function requireCustomer(held: ReadonlyMap<number, HeldCustomer>, id: number): HeldCustomer {
  const found = held.get(id);
  if (!found) throw notFound('customer', id);
  if (found.mergedInto !== null) throw new Problem('customers:merged', { status: 409, values: { id, into: found.mergedInto } });
  return found;
}
