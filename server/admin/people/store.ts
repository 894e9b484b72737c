/** The team in PostgreSQL. */
import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../contract/access.ts';
import type { Language } from '../../../contract/language.ts';
import type { Db } from '../../platform/postgres/database.ts';

/** Somebody who works here now; a removed person is not one. */
export interface PersonRow {
  id: number;
  email: string;
  name: string;
  role: Role;
  language: Language;
  passwordHash: string | null;
  /** Sealed. */
  totpSecret: string | null;
  totpConfirmedAt: Date | null;
  blockedAt: Date | null;
  lastSeenAt: Date | null;
  createdAt: Date;
}

export const personColumns = sql`p.id, p.email, p.name, p.role, p.language, p.password_hash as "passwordHash", p.totp_secret as "totpSecret",
  p.totp_confirmed_at as "totpConfirmedAt", p.blocked_at as "blockedAt", p.last_seen_at as "lastSeenAt", p.created_at as "createdAt"`;

async function select(db: Db, where: RawBuilder<unknown>): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`select ${personColumns} from people.people p where p.removed_at is null and ${where}`.execute(db);
  return rows;
}

export const listPeople = (db: Db) => select(db, sql`true order by p.name, p.id`);

export const findPerson = async (db: Db, id: number) => (await select(db, sql`p.id = ${id}`)).at(0) ?? null;

export const findByEmail = async (db: Db, email: string) => (await select(db, sql`lower(p.email) = lower(${email.trim()})`)).at(0) ?? null;

/** The owners, held until the transaction ends, so that two of them cannot step down at once. */
export const holdOwners = (tx: Db) => select(tx, sql`p.role = 'owner' and p.blocked_at is null order by p.id for update`);

/** Whether anybody works here yet; held, so that of two first visits one wins. */
export async function holdTeam(tx: Db): Promise<boolean> {
  await sql`lock table people.people in share row exclusive mode`.execute(tx);
  return hasPeople(tx);
}

export async function hasPeople(db: Db): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select 1 from people.people where removed_at is null) as any`.execute(db);
  return rows[0]?.any ?? false;
}

export interface NewPerson {
  email: string;
  name: string;
  role: Role;
  language: Language;
  passwordHash: string;
}

/** @returns null where somebody has this e-mail already */
export async function addPerson(tx: Db, { email, name, role, language, passwordHash }: NewPerson): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`
    insert into people.people as p (email, name, role, language, password_hash)
    values (${email.trim()}, ${name}, ${role}, ${language}, ${passwordHash})
    on conflict (lower(email)) where removed_at is null do nothing
    returning ${personColumns}`.execute(tx);
  return rows[0] ?? null;
}

export interface PersonChange {
  name?: string | undefined;
  language?: Language | undefined;
  role?: Role | undefined;
  blocked?: boolean | undefined;
  passwordHash?: string | undefined;
}

export async function updatePerson(tx: Db, id: number, change: PersonChange): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`
    update people.people p set
      name = coalesce(${change.name ?? null}, name),
      language = coalesce(${change.language ?? null}, language),
      role = coalesce(${change.role ?? null}, role),
      password_hash = coalesce(${change.passwordHash ?? null}, password_hash),
      blocked_at = case ${change.blocked ?? null}::boolean when true then coalesce(blocked_at, now()) when false then null else blocked_at end
    where id = ${id} and removed_at is null
    returning ${personColumns}`.execute(tx);
  return rows[0] ?? null;
}

/** The row stays without its address and secrets, so that old entries still have a name. */
export async function removePerson(tx: Db, id: number): Promise<void> {
  await sql`
    update people.people set removed_at = now(), email = null, password_hash = null, totp_secret = null, totp_confirmed_at = null
    where id = ${id}`.execute(tx);
  await sql`delete from people.recovery_codes where person_id = ${id}`.execute(tx);
}
