/** What people do with their own account; whatever weakens it asks for the password again. */
import { audit } from '../../platform/audit.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { markMilestone } from '../../platform/workspace.ts';
import { claimAttempt, forgive } from './attempts.ts';
import { actorOf } from './me.ts';
import { hashPassword, requireGoodPassword, verifyPassword } from './passwords.ts';
import { closeSessions } from './sessions.ts';
import { type PersonRow, updatePerson } from './store.ts';
import { digest } from './tokens.ts';
import { makeRecoveryCodes, makeTotp, matchCode, plainRecoveryCode } from './totp.ts';
import { confirmTotp, dropTotp, keepTotpSecret, useStep } from './two-step-store.ts';

/** Who asks, from where, and in which session. */
export interface Self {
  person: PersonRow;
  address: string;
  session: Buffer | null;
}

/** Signs out everywhere else: a changed password is often an answer to a stolen one. */
export async function changePassword(platform: Platform, self: Self, passwords: { current: string; next: string }): Promise<void> {
  const { person } = self;
  await requirePassword(platform, self, passwords.current, 'current');
  requireGoodPassword(passwords.next, [person.email, person.name], 'next');
  const passwordHash = await hashPassword(passwords.next);
  await platform.db.transaction(async (tx) => {
    await updatePerson(tx, person.id, { passwordHash });
    await closeSessions(tx, person.id, self.session);
    await audit(tx, actorOf(person, self.address), { action: 'people.password-changed', object: { kind: 'person', id: person.id } });
  });
}

/** A new secret for the authenticator; sign-in does not ask for it before it is confirmed. */
export async function beginTotp(platform: Platform, self: Self, password: string): Promise<{ secret: string; uri: string; qr: string }> {
  const { person } = self;
  if (person.totpConfirmedAt) throw new Problem('people:two-step-is-on', { status: 409 });
  await requirePassword(platform, self, password, 'password');
  const totp = makeTotp(person.email);
  await keepTotpSecret(platform.db.db, person.id, platform.secrets.seal(totp.secret));
  return totp;
}

/** @returns recovery codes, to be shown once */
export async function turnTotpOn(platform: Platform, { person, address }: Self, code: string): Promise<string[]> {
  if (person.totpConfirmedAt) throw new Problem('people:two-step-is-on', { status: 409 });
  if (!person.totpSecret) throw new Problem('people:two-step-not-begun', { status: 409 });
  const step = matchCode(platform.secrets.open(person.totpSecret), code.replace(/\s/g, ''));
  if (step === null) throw new Problem('invalid', { fields: [{ field: 'code', code: 'people:wrong-code' }] });
  const recoveryCodes = makeRecoveryCodes();
  await platform.db.transaction(async (tx) => {
    await useStep(tx, person.id, step);
    await confirmTotp(
      tx,
      person.id,
      recoveryCodes.map((text) => digest(plainRecoveryCode(text))),
    );
    await markMilestone(tx, 'two-step');
    await audit(tx, actorOf(person, address), { action: 'people.two-step-on', object: { kind: 'person', id: person.id } });
  });
  return recoveryCodes;
}

export async function turnTotpOff(platform: Platform, self: Self, password: string): Promise<void> {
  const { person } = self;
  await requirePassword(platform, self, password, 'password');
  await platform.db.transaction(async (tx) => {
    await dropTotp(tx, person.id);
    await audit(tx, actorOf(person, self.address), { action: 'people.two-step-off', object: { kind: 'person', id: person.id } });
  });
}

async function requirePassword(platform: Platform, { person, address }: Self, password: string, field: string): Promise<void> {
  await claimAttempt(platform.db, person.email, address);
  if (!(await verifyPassword(password, person.passwordHash))) {
    throw new Problem('invalid', { fields: [{ field, code: 'people:wrong-password' }] });
  }
  await forgive(platform.db.db, person.email, address);
}
