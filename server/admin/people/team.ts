/** The team: nobody gives or touches rights that they do not have themselves, and somebody always stays the owner. */
import { permissionsOf, type Role } from '../../../contract/access.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { Caller } from '../../platform/room.ts';
import { closeSessions } from './sessions.ts';
import { findPerson, holdOwners, type PersonRow, removePerson, updatePerson } from './store.ts';

/** Changes a role, blocks or unblocks. A blocked person is signed out at once. */
export async function changePerson(
  tx: Db,
  caller: Caller,
  id: number,
  change: { role?: Role | undefined; blocked?: boolean | undefined },
): Promise<PersonRow> {
  const before = await personInReach(tx, caller, id);
  if (change.role) requireReach(caller, change.role);
  if (change.blocked || (change.role && change.role !== 'owner')) await requireAnotherOwner(tx, id);
  return applyChange(tx, caller, before, change);
}

/** The same without asking who may: for the command line of the server. */
export async function applyChange(
  tx: Db,
  actor: Actor,
  before: PersonRow,
  change: { role?: Role | undefined; blocked?: boolean | undefined },
): Promise<PersonRow> {
  const after = await updatePerson(tx, before.id, change);
  if (!after) throw notFound('person', before.id);
  if (after.blockedAt) await closeSessions(tx, after.id);
  await audit(tx, actor, {
    action: actionOf(before, after),
    object: { kind: 'person', id: after.id },
    before: brief(before),
    after: brief(after),
  });
  return after;
}

export async function leaveTeam(tx: Db, caller: Caller, id: number): Promise<void> {
  const person = await personInReach(tx, caller, id);
  await requireAnotherOwner(tx, id);
  await closeSessions(tx, id);
  await removePerson(tx, id);
  await audit(tx, caller, { action: 'people.removed', object: { kind: 'person', id }, before: brief(person) });
}

/** @throws Problem where the person has rights that the caller lacks */
export async function personInReach(tx: Db, caller: Caller, id: number): Promise<PersonRow> {
  const person = await findPerson(tx, id);
  if (!person) throw notFound('person', id);
  requireReach(caller, person.role);
  return person;
}

/** @throws Problem where the role has rights that the caller lacks: a key that may invite must not make owners */
export function requireReach(caller: Caller, role: Role): void {
  if (permissionsOf[role].every((permission) => caller.permissions.has(permission))) return;
  throw new Problem('people:role-out-of-reach', { status: 403 });
}

/** @throws Problem where this person is the only owner who can still sign in */
export async function requireAnotherOwner(tx: Db, id: number): Promise<void> {
  const owners = await holdOwners(tx);
  if (owners.some((owner) => owner.id === id) && owners.length === 1) throw new Problem('people:last-owner', { status: 409 });
}

function actionOf(before: PersonRow, after: PersonRow): string {
  if (!before.blockedAt && after.blockedAt) return 'people.blocked';
  if (before.blockedAt && !after.blockedAt) return 'people.unblocked';
  return 'people.role-changed';
}

const brief = ({ name, role, blockedAt }: PersonRow) => ({ name, role, blocked: blockedAt !== null });
