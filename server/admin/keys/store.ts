/** API keys in PostgreSQL: digests, never the keys. */
import { sql } from 'kysely';
import type { Permission } from '../../../contract/access.ts';
import type { Db } from '../../platform/postgres/database.ts';

export interface KeyRow {
  id: number;
  name: string;
  hint: string;
  scopes: Permission[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

const columns = sql`id, name, hint, scopes, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt"`;

export async function listKeys(db: Db): Promise<KeyRow[]> {
  const { rows } = await sql<KeyRow>`select ${columns} from keys.keys where revoked_at is null order by created_at desc, id desc`.execute(
    db,
  );
  return rows;
}

export async function findKey(db: Db, token: Buffer): Promise<KeyRow | null> {
  const { rows } = await sql<KeyRow>`select ${columns} from keys.keys where token_hash = ${token} and revoked_at is null`.execute(db);
  return rows[0] ?? null;
}

export interface NewKey {
  name: string;
  token: Buffer;
  hint: string;
  scopes: readonly Permission[];
  createdBy: string;
  expiresAt: string | null;
}

export async function addKey(tx: Db, { name, token, hint, scopes, createdBy, expiresAt }: NewKey): Promise<KeyRow> {
  const { rows } = await sql<KeyRow>`
    insert into keys.keys (name, token_hash, hint, scopes, created_by, expires_at)
    values (${name}, ${token}, ${hint}, ${scopes}, ${createdBy}, ${expiresAt})
    returning ${columns}`.execute(tx);
  return rows[0] as KeyRow;
}

/** @returns null where no such key is in force */
export async function revokeKey(tx: Db, id: number): Promise<KeyRow | null> {
  const { rows } = await sql<KeyRow>`
    update keys.keys set revoked_at = now() where id = ${id} and revoked_at is null returning ${columns}`.execute(tx);
  return rows[0] ?? null;
}

/** Several processes may serve one key: whoever is first in a minute writes. */
export async function noteUse(db: Db, id: number): Promise<void> {
  await sql`
    update keys.keys set last_used_at = now()
    where id = ${id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`.execute(db);
}
