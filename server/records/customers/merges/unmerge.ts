/**
 * Takes a merge back (CUS-3), also one below or between other merges: every record on the way up to the customer is built anew from its own
 * profile and the merges that stay, so that the order in which merges are taken back does not matter.
 */
import { type Actor, audit } from '../../../platform/audit.ts';
import { notFound, Problem } from '../../../platform/http/problem.ts';
import type { Jobs } from '../../../platform/jobs.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { dismissPair } from '../care/suspect-store.ts';
import { takeIntakeLock } from '../lock.ts';
import { familyOf, pathToRoot } from './family.ts';
import { apply, type Filled, fillFrom, takeBack } from './fill.ts';
import { moveToOwner } from './move.ts';
import type { Profile } from './profile.ts';
import {
  closeMerge,
  type HeldCustomer,
  holdCustomers,
  holdMerge,
  type MergeInForce,
  mergesInto,
  rewriteFilled,
  setMergedInto,
  writeProfiles,
} from './store.ts';

/** @param customerId the record that was kept, or the customer that it is a part of now. @throws Problem `not-found`, `customers:other-merge` */
export async function unmergeCustomers(
  tx: Db,
  jobs: Pick<Jobs, 'start'>,
  author: Actor,
  customerId: number,
  mergeId: number,
): Promise<{ keptId: number; restoredId: number }> {
  await takeIntakeLock(tx);
  const merge = await holdMerge(tx, mergeId);
  if (!merge) throw notFound('merge', mergeId);
  const path = await pathToRoot(tx, merge.keptId);
  if (!path.includes(customerId)) throw new Problem('customers:other-merge', { status: 409, values: { merge: mergeId, id: customerId } });
  await rebuild(tx, path, merge);
  await setMergedInto(tx, merge.goneId, null);
  await closeMerge(tx, merge.id, author.name);
  const formerCustomerId = path.at(-1) as number;
  await moveToOwner(tx, jobs, { buyerIds: await familyOf(tx, merge.goneId), customerId: merge.goneId, formerCustomerId });
  await dismissPair(tx, merge.keptId, merge.goneId, author.name);
  await audit(tx, author, {
    action: 'customers.unmerged',
    object: { kind: 'customer', id: merge.keptId },
    after: { merge: merge.id, restored: merge.goneId },
  });
  return { keptId: merge.keptId, restoredId: merge.goneId };
}

/** @param path from the kept record up to the customer; each one's profile holds what the one before it gave */
async function rebuild(tx: Db, path: readonly number[], undone: MergeInForce): Promise<void> {
  const merges = await mergesInto(tx, path);
  const held = await holdCustomers(tx, [...new Set([...path, ...merges.map(({ goneId }) => goneId)])]);
  const profiles = new Map([...held].map(([id, customer]: [number, HeldCustomer]) => [id, customer.profile]));
  const rewritten: { id: number; filled: Filled }[] = [];
  for (const id of path) {
    const into = merges.filter(({ keptId }) => keptId === id);
    const { own, touched } = ownProfile(profiles.get(id) as Profile, into);
    let profile = own;
    for (const merge of into) {
      if (merge.id === undone.id) continue;
      const filled = fillFrom(profile, profiles.get(merge.goneId) as Profile, touched);
      profile = apply(profile, filled);
      rewritten.push({ id: merge.id, filled });
    }
    profiles.set(id, profile);
  }
  await writeProfiles(
    tx,
    path.map((id) => ({ id, profile: profiles.get(id) as Profile })),
  );
  await rewriteFilled(tx, rewritten);
}

/** What a record was before all merges into it, with what people changed since; the latter no merge may fill again. */
function ownProfile(profile: Profile, merges: readonly MergeInForce[]): { own: Profile; touched: Set<string> } {
  const touched = new Set<string>();
  let own = profile;
  for (const merge of merges.toReversed()) {
    const back = takeBack(own, merge.filled);
    own = back.profile;
    for (const key of back.touched) touched.add(key);
  }
  return { own, touched };
}
