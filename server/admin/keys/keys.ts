/** API keys: a key can do what its scopes say, and nobody gives a key more than they can do themselves. */
import { createHash, randomBytes } from 'node:crypto';
import type { Permission } from '../../../contract/access.ts';
import { audit } from '../../platform/audit.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { Caller } from '../../platform/room.ts';
import { markMilestone } from '../../platform/workspace.ts';
import { cacheOf } from './cache.ts';
import { addKey, type KeyRow, revokeKey } from './store.ts';

const prefix = 'prk_';

/** 256 random bits: a plain digest is enough, there is nothing to guess. */
const digest = (key: string) => createHash('sha256').update(key).digest();

export interface KeyWish {
  name: string;
  scopes: Permission[];
  expiresAt?: string | null | undefined;
}

/** @returns the row, and the key's text, which cannot be read again */
export async function makeKey(tx: Db, caller: Caller, { name, scopes, expiresAt = null }: KeyWish): Promise<KeyRow & { key: string }> {
  const beyond = scopes.find((scope) => !caller.permissions.has(scope));
  if (beyond) throw new Problem('keys:scope-out-of-reach', { status: 403, values: { permission: beyond } });
  if (expiresAt && Date.parse(expiresAt) <= Date.now())
    throw new Problem('invalid', { fields: [{ field: 'expiresAt', code: 'keys:already-expired' }] });
  const key = prefix + randomBytes(32).toString('base64url');
  const row = await addKey(tx, {
    name,
    token: digest(key),
    hint: key.slice(0, 9),
    scopes: [...new Set(scopes)],
    createdBy: caller.name,
    expiresAt,
  });
  await markMilestone(tx, 'key');
  await audit(tx, caller, { action: 'keys.made', object: { kind: 'key', id: row.id }, after: { name, scopes, expiresAt } });
  return { ...row, key };
}

/** In this process at once; other processes follow within five seconds. */
export async function revoke({ db }: Platform, caller: Caller, id: number): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await revokeKey(tx, id);
    if (!row) throw notFound('key', id);
    await audit(tx, caller, { action: 'keys.revoked', object: { kind: 'key', id }, before: { name: row.name, scopes: row.scopes } });
  });
  cacheOf(db.db).forget();
}

/** The program whose key an `Authorization: Bearer` header carries, or null. */
export async function callerOfKey(db: Db, authorization: string | undefined, address: string): Promise<Caller | null> {
  const [, text] = /^Bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  if (!text?.startsWith(prefix)) return null;
  const key = await cacheOf(db).find(db, digest(text));
  return key && { kind: 'key', id: String(key.id), name: key.name, role: null, permissions: new Set(key.scopes), address };
}
