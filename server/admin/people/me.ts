/** A person as the contract and the audit log show them, and the person behind a call. */
import { permissionsOf } from '../../../contract/access.ts';
import type { Me, Person } from '../../../contract/people.ts';
import type { Actor } from '../../platform/audit.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { Caller } from '../../platform/room.ts';
import { findPerson, type PersonRow } from './store.ts';

export function meOf({ id, name, email, role, language, totpConfirmedAt }: PersonRow): Me {
  return { id, name, email, role, permissions: [...permissionsOf[role]], language, twoStep: totpConfirmedAt !== null };
}

export function personOf(row: PersonRow): Person {
  const { id, name, email, role } = row;
  return {
    id,
    name,
    email,
    role,
    twoStep: row.totpConfirmedAt !== null,
    blocked: row.blockedAt !== null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export const actorOf = (person: PersonRow, address: string): Actor => ({
  kind: 'person',
  id: String(person.id),
  name: person.name,
  address,
});

/** @throws Problem where a key calls: an account is a person's own */
export async function personBehind(db: Db, caller: Caller | null): Promise<PersonRow> {
  const person = caller?.kind === 'person' ? await findPerson(db, Number(caller.id)) : null;
  if (!person) throw new Problem('people:not-a-person', { status: 403 });
  return person;
}
