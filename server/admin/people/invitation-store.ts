/** One-time links in PostgreSQL. */
import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../contract/access.ts';
import type { Db } from '../../platform/postgres/database.ts';

export interface InvitationRow {
  id: number;
  purpose: 'join' | 'password';
  personId: number | null;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

const columns = sql`id, case when person_id is null then 'join' else 'password' end as purpose, person_id as "personId", email, role,
  invited_by as "invitedBy", created_at as "createdAt", expires_at as "expiresAt"`;

async function select(db: Db, where: RawBuilder<unknown>): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from people.invitations where used_at is null and expires_at > now() and ${where}`.execute(db);
  return rows;
}

/** Links that still work, newest first. */
export const listInvitations = (db: Db) => select(db, sql`true order by created_at desc, id desc`);

export const findInvitation = async (db: Db, token: Buffer) => (await select(db, sql`token_hash = ${token}`)).at(0) ?? null;

/** The same, held until the transaction ends, so that it works once. */
export const holdInvitation = async (tx: Db, token: Buffer) => (await select(tx, sql`token_hash = ${token} for update`)).at(0) ?? null;

export interface NewInvitation {
  token: Buffer;
  personId: number | null;
  email: string;
  role: Role;
  invitedBy: string;
  hours: number;
}

/** A newer link for the same purpose and address takes the place of an older one. */
export async function keepInvitation(tx: Db, { token, personId, email, role, invitedBy, hours }: NewInvitation): Promise<InvitationRow> {
  await sql`
    delete from people.invitations
    where used_at is null and lower(email) = lower(${email}) and person_id is not distinct from ${personId}::bigint`.execute(tx);
  const { rows } = await sql<InvitationRow>`
    insert into people.invitations (token_hash, person_id, email, role, invited_by, expires_at)
    values (${token}, ${personId}, ${email}, ${role}, ${invitedBy}, now() + make_interval(hours => ${hours}))
    returning ${columns}`.execute(tx);
  return rows[0] as InvitationRow;
}

export async function useInvitation(tx: Db, id: number): Promise<void> {
  await sql`update people.invitations set used_at = now() where id = ${id}`.execute(tx);
}

/** @returns false where there is no such link */
export async function dropInvitation(tx: Db, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from people.invitations where id = ${id} and used_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
