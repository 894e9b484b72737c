/** One-time links: there is no mail yet, so whoever invites hands the link over. It joins the team or sets a new password. */
import type { Role } from '../../../contract/access.ts';
import type { Language } from '../../../contract/language.ts';
import { audit } from '../../platform/audit.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { Caller } from '../../platform/room.ts';
import { getWorkspace, markMilestone } from '../../platform/workspace.ts';
import { dropInvitation, findInvitation, holdInvitation, type InvitationRow, keepInvitation, useInvitation } from './invitation-store.ts';
import { actorOf } from './me.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { closeSessions } from './sessions.ts';
import { addPerson, findByEmail, findPerson, type PersonRow, updatePerson } from './store.ts';
import { personInReach, requireReach } from './team.ts';
import { digest, makeToken } from './tokens.ts';

export interface Link {
  id: number;
  path: string;
  expiresAt: string;
}

const hours = { join: 7 * 24, password: 24 };

/** The token stands after `#`, which browsers do not send: it reaches no log and no referrer. */
const pathOf = (token: string) => `/invitation#${token}`;

export async function invite(tx: Db, caller: Caller, { email, role }: { email: string; role: Role }): Promise<Link> {
  requireReach(caller, role);
  if (await findByEmail(tx, email)) throw emailTaken();
  return makeLink(tx, caller, { personId: null, email, role, hours: hours.join }, 'people.invited');
}

export async function makePasswordLink(tx: Db, caller: Caller, id: number): Promise<Link> {
  const { email, role } = await personInReach(tx, caller, id);
  return makeLink(tx, caller, { personId: id, email, role, hours: hours.password }, 'people.password-link-made');
}

async function makeLink(
  tx: Db,
  caller: Caller,
  link: Omit<Parameters<typeof keepInvitation>[1], 'token' | 'invitedBy'>,
  action: string,
): Promise<Link> {
  const token = makeToken();
  const kept = await keepInvitation(tx, { ...link, token: digest(token), invitedBy: caller.name });
  const object = link.personId === null ? { kind: 'invitation', id: kept.id } : { kind: 'person', id: link.personId };
  await audit(tx, caller, { action, object, after: { role: link.role } });
  return { id: kept.id, path: pathOf(token), expiresAt: kept.expiresAt.toISOString() };
}

export async function takeBack(tx: Db, caller: Caller, id: number): Promise<void> {
  if (!(await dropInvitation(tx, id))) throw notFound('invitation', id);
  await audit(tx, caller, { action: 'people.invitation-taken-back', object: { kind: 'invitation', id } });
}

export async function previewLink(db: Db, token: string) {
  const found = await findInvitation(db, digest(token));
  if (!found) throw noSuchLink();
  const { purpose, email, role, invitedBy } = found;
  return { purpose, email, role, invitedBy, company: (await getWorkspace(db)).company };
}

export interface LinkUse {
  token: string;
  password: string;
  name?: string | undefined;
  language?: Language | undefined;
}

/** @returns the newcomer; null after a new password, which is followed by an ordinary sign-in with its second step */
export async function useLink(platform: Platform, use: LinkUse, address: string): Promise<PersonRow | null> {
  const found = await findInvitation(platform.db.db, digest(use.token));
  if (!found) throw noSuchLink();
  requireGoodPassword(use.password, [found.email, use.name ?? ''], 'password');
  const passwordHash = await hashPassword(use.password);
  return platform.db.transaction(async (tx) => {
    const held = await holdInvitation(tx, digest(use.token));
    if (!held) throw noSuchLink();
    await useInvitation(tx, held.id);
    if (held.personId === null) return join(tx, held, use, passwordHash, address);
    await setPassword(tx, held.personId, passwordHash, address);
    return null;
  });
}

async function join(
  tx: Db,
  { email, role }: InvitationRow,
  { name, language }: LinkUse,
  passwordHash: string,
  address: string,
): Promise<PersonRow> {
  if (!name) throw new Problem('invalid', { fields: [{ field: 'name', code: 'field.required' }] });
  const { language: companys } = await getWorkspace(tx);
  const person = await addPerson(tx, { email, name, role, language: language ?? companys, passwordHash });
  if (!person) throw emailTaken();
  await markMilestone(tx, 'team');
  await audit(tx, actorOf(person, address), { action: 'people.joined', object: { kind: 'person', id: person.id }, after: { name, role } });
  return person;
}

async function setPassword(tx: Db, personId: number, passwordHash: string, address: string): Promise<void> {
  const person = await findPerson(tx, personId);
  if (!person) throw noSuchLink();
  await updatePerson(tx, personId, { passwordHash });
  await closeSessions(tx, personId);
  await audit(tx, actorOf(person, address), { action: 'people.password-changed', object: { kind: 'person', id: personId } });
}

const noSuchLink = () => new Problem('people:no-such-link', { status: 404 });

const emailTaken = () => new Problem('people:email-taken', { status: 409 });
