/** Signing in: a password and, where it is turned on, a code; wrong ones are answered alike and ever more slowly. */
import { audit, system } from '../../platform/audit.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { claimAttempt, forgive } from './attempts.ts';
import { actorOf } from './me.ts';
import { verifyPassword } from './passwords.ts';
import { closeSession, findBySession, openSession, type Visit } from './sessions.ts';
import { findByEmail, type PersonRow } from './store.ts';
import { digest } from './tokens.ts';
import { matchCode, plainRecoveryCode } from './totp.ts';
import { useRecoveryCode, useStep } from './two-step-store.ts';

export interface Credentials {
  email: string;
  password: string;
  code?: string | undefined;
}

/** @throws Problem `people:wrong-credentials`, `people:code-needed`, `people:wrong-code`, `people:blocked`, `people:too-many-attempts` */
export async function signIn(platform: Platform, credentials: Credentials, visit: Visit): Promise<{ person: PersonRow; cookie: string }> {
  await claimAttempt(platform.db, credentials.email, visit.address);
  const person = await requireRight(platform, await findByEmail(platform.db.db, credentials.email), credentials, visit);
  await forgive(platform.db.db, credentials.email, visit.address);
  return { person, cookie: await enter(platform, person, visit) };
}

/** Opens a session for somebody whose right to it is already known. */
export function enter(platform: Platform, person: PersonRow, visit: Visit): Promise<string> {
  return platform.db.transaction(async (tx) => {
    await audit(tx, actorOf(person, visit.address), { action: 'people.signed-in', object: { kind: 'person', id: person.id } });
    return openSession(tx, person.id, visit);
  });
}

async function requireRight(
  platform: Platform,
  person: PersonRow | null,
  { password, code }: Credentials,
  visit: Visit,
): Promise<PersonRow> {
  const isRight = await verifyPassword(password, person?.passwordHash ?? null);
  if (!person || !isRight) throw await refusal(platform.db.db, person, visit, 'people:wrong-credentials');
  if (person.blockedAt) throw new Problem('people:blocked', { status: 403 });
  if (!person.totpConfirmedAt) return person;
  if (!code) throw new Problem('people:code-needed', { status: 401 });
  if (!(await isRightCode(platform, person, code))) throw await refusal(platform.db.db, person, visit, 'people:wrong-code');
  return person;
}

/** Noted for unknown addresses too (but not which): an attack shows, and both refusals take the same time. */
async function refusal(db: Db, person: PersonRow | null, visit: Visit, problem: string): Promise<Problem> {
  const object = { kind: 'person', id: person?.id ?? 'unknown' };
  await audit(db, { ...system, address: visit.address }, { action: 'people.sign-in-refused', object });
  return new Problem(problem, { status: 401 });
}

/** A code of the authenticator or a recovery code; either works once. */
export async function isRightCode({ db, secrets }: Platform, person: PersonRow, code: string): Promise<boolean> {
  if (!person.totpSecret) return false;
  const step = matchCode(secrets.open(person.totpSecret), code.replace(/\s/g, ''));
  if (step !== null) return useStep(db.db, person.id, step);
  return useRecoveryCode(db.db, person.id, digest(plainRecoveryCode(code)));
}

export async function signOut(platform: Platform, token: Buffer, address: string): Promise<void> {
  await platform.db.transaction(async (tx) => {
    const person = await findBySession(tx, token);
    await closeSession(tx, token);
    if (person) await audit(tx, actorOf(person, address), { action: 'people.signed-out', object: { kind: 'person', id: person.id } });
  });
}
