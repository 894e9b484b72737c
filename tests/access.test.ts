/** Every operation of every room, asked by every role, by a key of every scope, and by a stranger: who may gets in, nobody else does. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Permission, permissions, permissionsOf, type Role, roles } from '../contract/access.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { makeKey } from '../server/admin/keys/keys.ts';
import { openSession } from '../server/admin/people/sessions.ts';
import { addPerson } from '../server/admin/people/store.ts';
import { rooms } from '../server/app.ts';
import type { OpenPlatform } from '../server/platform/open.ts';
import type { Room } from '../server/platform/room.ts';
import { openTestPlatform } from './rig/platform.ts';
import { type Door, openDoor, type Visitor } from './rig/visitors.ts';

interface Asker {
  name: string;
  visitor: (door: Door) => Visitor;
  /** Signed in, or with a key. */
  isKnown: boolean;
  permissions: readonly Permission[];
}

interface Operation {
  /** `GET /orders/7`: parameters filled in. */
  address: string;
  key: string;
  may: Endpoint['may'];
}

/** Whoever opens another operation to strangers has to say so here. */
const openToAnyone = [
  'DELETE /session',
  'GET /session',
  'GET /setup',
  'POST /invitation',
  'POST /invitation/preview',
  'POST /session',
  'POST /setup',
];

const operations: Operation[] = rooms.flatMap((room) =>
  Object.entries(room.contract ?? {}).map(([key, { may }]) => ({ key, may, address: key.replace(/:\w+/g, '999999') })),
);

let platform: OpenPlatform;
/** The house itself. */
let real: Door;
/** The same doors with nobody behind them, so that letting somebody in does nothing. */
let hollow: Door;
let askers: Asker[];

beforeAll(async () => {
  platform = await openTestPlatform();
  real = await openDoor(platform, rooms);
  hollow = await openDoor(platform, rooms.map(emptied));
  askers = [stranger, ...(await Promise.all(roles.map(person))), ...(await Promise.all(permissions.map(program)))];
});
afterAll(async () => {
  await real.close();
  await hollow.close();
  await platform.close();
});

function emptied(room: Room): Room {
  const nobody = async () => ({ name: 'empty', type: 'text/plain', content: '' }) as never;
  return { ...room, routes: () => Object.fromEntries(Object.keys(room.contract ?? {}).map((key) => [key, nobody])) };
}

const stranger: Asker = { name: 'a stranger', visitor: (door) => door.stranger(), isKnown: false, permissions: [] };

async function person(role: Role): Promise<Asker> {
  const { db } = platform.db;
  const added = await addPerson(db, { email: `${role}@example.com`, name: role, role, language: 'en', passwordHash: '' });
  const cookie = await openSession(db, added?.id ?? 0, { address: '127.0.0.1', agent: '', https: false });
  return { name: role, visitor: (door) => door.withCookie(cookie.split(';')[0] ?? ''), isKnown: true, permissions: permissionsOf[role] };
}

async function program(scope: Permission): Promise<Asker> {
  const owner = { kind: 'person', id: '1', name: 'owner', role: 'owner', permissions: new Set(permissions) } as const;
  const { key } = await makeKey(platform.db.db, owner, { name: scope, scopes: [scope] });
  return { name: `a key for ${scope}`, visitor: (door) => door.withKey(key), isKnown: true, permissions: [scope] };
}

function mayCall({ may }: Operation, { isKnown, permissions: has }: Asker): boolean {
  if (may === 'anyone') return true;
  return may === 'signed-in' ? isKnown : has.includes(may);
}

const bodyOf = ({ key }: Operation) => (key.startsWith('GET ') ? undefined : {});

test('[SEC-1] the walk covers the rooms: at least the admin ones, and no operation twice', () => {
  expect(operations.length).toBeGreaterThan(30);
  expect(new Set(operations.map(({ key }) => key)).size).toBe(operations.length);
});

test('[SEC-1] strangers may only visit first, sign in, sign out and use a one-time link', () => {
  expect(
    operations
      .filter(({ may }) => may === 'anyone')
      .map(({ key }) => key)
      .sort(),
  ).toEqual(openToAnyone);
});

test('[SEC-1] whoever may is let in, on every operation', async () => {
  const refused: string[] = [];
  for (const operation of operations) {
    for (const asker of askers.filter((one) => mayCall(operation, one))) {
      const { status } = await asker.visitor(hollow).call(operation.address, bodyOf(operation));
      if (status === 401 || status === 403 || status === 404) refused.push(`${asker.name}: ${operation.key}: ${status}`);
    }
  }
  expect(refused).toEqual([]);
});

test('[SEC-1] whoever may not is refused in words on every operation, and nothing changes', async () => {
  const before = await everything();
  const wrong: string[] = [];
  for (const operation of operations) {
    for (const asker of askers.filter((one) => !mayCall(operation, one))) {
      const answer = await asker.visitor(real).call<{ title?: string }>(operation.address, bodyOf(operation));
      const isRight =
        answer.status === (asker === stranger ? 401 : 403) &&
        String(answer.headers['content-type']).startsWith('application/problem+json') &&
        answer.body.title;
      if (!isRight) wrong.push(`${asker.name}: ${operation.key}: ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await everything()).toEqual(before);
});

test('[SEC-1] only an owner manages the team and the keys', () => {
  const guarded = operations.filter(({ may }) => may === 'team.write' || may === 'keys.write');
  expect(guarded.length).toBeGreaterThan(7);
  for (const role of roles) {
    const asker: Asker = { ...stranger, isKnown: true, permissions: permissionsOf[role] };
    expect(guarded.some((operation) => mayCall(operation, asker))).toBe(role === 'owner');
  }
});

/** A digest of every row of every table, but for when somebody was last seen. */
async function everything(): Promise<Record<string, string | null>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1, 2`.execute(platform.db.db);
  const digests: Record<string, string | null> = {};
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ digest: string | null }>`
      select md5(string_agg(row, '' order by row)) as digest
      from (select (to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text as row from ${sql.table(`${schema}.${name}`)} t) as all_rows`.execute(
      platform.db.db,
    );
    digests[`${schema}.${name}`] = rows[0]?.digest ?? null;
  }
  return digests;
}
