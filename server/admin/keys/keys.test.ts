import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiKey } from '../../../contract/keys.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { openDatabase } from '../../platform/postgres/database.ts';
import { people } from '../people/index.ts';
import { workspace } from '../workspace/index.ts';
import { cacheOf } from './cache.ts';
import { keys } from './index.ts';
import { callerOfKey } from './keys.ts';

let platform: OpenPlatform;
let door: Door;
let anna: Visitor;

beforeAll(async () => {
  platform = await openTestPlatform();
  door = await openDoor(platform, [people, keys, workspace]);
  anna = await door.setUp();
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const make = (body: object) => anna.call<ApiKey & { key: string }>('POST /keys', { name: 'Сайт', scopes: ['settings.read'], ...body });

test('[INT-1] a key is shown once and only its digest is stored', async () => {
  const { body } = await make({});
  expect(body.key).toMatch(/^prk_[\w-]{43}$/);
  expect(body).toMatchObject({
    name: 'Сайт',
    hint: body.key.slice(0, 9),
    scopes: ['settings.read'],
    createdBy: 'Анна Петрова',
    expiresAt: null,
    lastUsedAt: null,
  });
  expect(JSON.stringify((await anna.call('GET /keys')).body)).not.toContain(body.key);
  const { rows } = await sql<{ all: string }>`
    select (select json_agg(k)::text from keys.keys k) || (select json_agg(e)::text from audit.entries e) as all`.execute(platform.db.db);
  expect(rows[0]?.all).not.toContain(body.key.slice(10));
});

test('[INT-1] a key can do what its scopes say and nothing else; a made-up one can do nothing', async () => {
  const key = door.withKey((await make({})).body.key);
  expect((await key.call('GET /workspace')).status).toBe(200);
  expect(await key.call('PATCH /workspace', { company: 'Другая' })).toMatchObject({ status: 403, body: { code: 'key-not-allowed' } });
  expect((await door.withKey(`prk_${'A'.repeat(43)}`).call('GET /workspace')).status).toBe(401);
  expect((await door.withKey('sk_live').call('GET /workspace')).status).toBe(401);
});

test('[SEC-1] a wrong key beside a good cookie is refused, not replaced by the cookie', async () => {
  expect((await anna.call('GET /workspace', undefined, { authorization: 'Bearer prk_wrong' })).status).toBe(401);
  expect((await anna.call('GET /workspace', undefined, { authorization: 'Basic cHJveHk6cHJveHk=' })).status).toBe(200);
});

test('[SEC-1] a revoked key stops at once, even while it is in use', async () => {
  const { id, key: text } = (await make({})).body;
  const key = door.withKey(text);
  expect((await key.call('GET /workspace')).status).toBe(200);
  const [revoked] = await Promise.all([anna.call(`DELETE /keys/${id}`), ...Array.from({ length: 20 }, () => key.call('GET /workspace'))]);
  expect(revoked.status).toBe(204);
  expect((await key.call('GET /workspace')).status).toBe(401);
  expect((await anna.call(`DELETE /keys/${id}`)).status).toBe(404);
});

test('[SEC-1] a key revoked in another process works here for at most five seconds more', async () => {
  const { id, key: text } = (await make({})).body;
  const { db } = platform.db;
  const { rows } = await sql<{ token: Buffer }>`select token_hash as token from keys.keys where id = ${id}`.execute(db);
  const token = rows[0]?.token ?? Buffer.alloc(0);
  const now = Date.now();
  expect(await cacheOf(db).find(db, token, now)).not.toBe(null);
  await sql`update keys.keys set revoked_at = now() where id = ${id}`.execute(db);
  expect(await cacheOf(db).find(db, token, now + 4_999)).not.toBe(null);
  expect(await cacheOf(db).find(db, token, now + 5_000)).toBe(null);
  expect(await callerOfKey(db, `Bearer ${text}`, '127.0.0.1')).toBe(null);
});

test('[SEC-1] a key expires, also while it is remembered', async () => {
  const { id } = (await make({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() })).body;
  const { db } = platform.db;
  const { rows } = await sql<{ token: Buffer }>`select token_hash as token from keys.keys where id = ${id}`.execute(db);
  const token = rows[0]?.token ?? Buffer.alloc(0);
  expect(await cacheOf(db).find(db, token)).not.toBe(null);
  expect(await cacheOf(db).find(db, token, Date.now() + 3_600_001)).toBe(null);
  expect(await make({ expiresAt: '2020-01-01T00:00:00Z' })).toMatchObject({ status: 422, body: { fields: [{ field: 'expiresAt' }] } });
});

test('[SEC-1] use is noted at most once a minute, whatever the number of calls', async () => {
  const { id, key: text } = (await make({})).body;
  const key = door.withKey(text);
  const usedAt = async () => (await anna.call<ApiKey[]>('GET /keys')).body.find((row) => row.id === id)?.lastUsedAt;
  await Promise.all(Array.from({ length: 10 }, () => key.call('GET /workspace')));
  const first = await usedAt();
  expect(first).not.toBe(null);
  await key.call('GET /workspace');
  expect(await usedAt()).toBe(first);
});

test('[SEC-1] a key cannot give another key more than it has', async () => {
  const maker = await door.makeKey(anna, ['keys.write', 'orders.read']);
  expect(await maker.call('POST /keys', { name: 'Больше', scopes: ['orders.read', 'orders.write'] })).toMatchObject({
    status: 403,
    body: { code: 'keys:scope-out-of-reach' },
  });
  expect((await maker.call('POST /keys', { name: 'Меньше', scopes: ['orders.read'] })).status).toBe(200);
});

test('[INT-1] each database has its own remembered keys', async () => {
  const other = openDatabase({});
  expect(cacheOf(other.db)).not.toBe(cacheOf(platform.db.db));
  await other.close();
});
