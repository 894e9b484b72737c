import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Me, Person } from '../../../contract/people.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Answered, type Door, openDoor, testPassword, type Visitor } from '../../../tests/rig/visitors.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { keys } from '../keys/index.ts';
import { people } from './index.ts';

let platform: OpenPlatform;
let door: Door;
let anna: Visitor;

beforeAll(async () => {
  platform = await openTestPlatform();
  door = await openDoor(platform, [people, keys]);
  anna = await door.setUp();
});
afterAll(async () => {
  await door.close();
  await platform.close();
});
beforeEach(async () => {
  await sql`delete from people.people where id > 1`.execute(platform.db.db);
  await sql`delete from people.invitations`.execute(platform.db.db);
});

const idOf = async (visitor: Visitor) => (await visitor.call<Me>('GET /session')).body.id;
const tokenOf = (link: Answered<{ path: string }>) => link.body.path.split('#')[1] ?? '';
const invite = (by: Visitor, email: string, role: string) =>
  by.call<{ id: number; path: string }>('POST /people/invitations', { email, role });
const join = (token: string, more: object = {}) =>
  door.stranger().call<Me>('POST /invitation', { token, name: 'Борис', password: testPassword, ...more });

test('[SEC-1] an invitation is shown once, says who invites where, and works once', async () => {
  const link = await invite(anna, 'boris@example.com', 'operator');
  expect(link.body.path).toMatch(/^\/invitation#[\w-]{43}$/);
  const token = tokenOf(link);
  expect((await door.stranger().call('POST /invitation/preview', { token })).body).toEqual({
    purpose: 'join',
    company: 'Лавка на углу',
    email: 'boris@example.com',
    role: 'operator',
    invitedBy: 'Анна Петрова',
  });
  expect(JSON.stringify((await anna.call('GET /people/invitations')).body)).not.toContain(token);
  expect((await join(token)).body).toMatchObject({ email: 'boris@example.com', role: 'operator', language: 'ru' });
  expect(await join(token)).toMatchObject({ status: 404, body: { code: 'people:no-such-link' } });
  expect((await anna.call<Person[]>('GET /people')).body.map(({ name, role }) => [name, role])).toEqual([
    ['Анна Петрова', 'owner'],
    ['Борис', 'operator'],
  ]);
});

test('[SEC-1] two people cannot use one invitation at the same moment', async () => {
  const token = tokenOf(await invite(anna, 'boris@example.com', 'operator'));
  const answers = await Promise.all([join(token), join(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});

test('[SEC-1] an invitation that is taken back, replaced or expired does not work', async () => {
  const first = await invite(anna, 'boris@example.com', 'operator');
  const second = await invite(anna, 'Boris@example.com', 'analyst');
  expect((await join(tokenOf(first))).status).toBe(404);
  expect((await anna.call(`DELETE /people/invitations/${second.body.id}`)).status).toBe(204);
  expect((await join(tokenOf(second))).status).toBe(404);
  const third = await invite(anna, 'boris@example.com', 'operator');
  await sql`update people.invitations set expires_at = now()`.execute(platform.db.db);
  expect((await join(tokenOf(third))).status).toBe(404);
});

test('[SEC-1] a newcomer’s name and a good password are needed, and a failed try does not use the link up', async () => {
  const token = tokenOf(await invite(anna, 'boris@example.com', 'operator'));
  expect(await join(token, { name: undefined })).toMatchObject({ status: 422, body: { fields: [{ field: 'name' }] } });
  expect(await join(token, { password: 'boris12345' })).toMatchObject({ status: 422, body: { fields: [{ field: 'password' }] } });
  expect(await join(token, { password: 'short' })).toMatchObject({ status: 422, body: { fields: [{ field: 'password' }] } });
  expect((await join(token)).status).toBe(200);
});

test('[SEC-1] somebody on the team cannot be invited again', async () => {
  expect(await invite(anna, 'ANNA@example.com', 'operator')).toMatchObject({ status: 409, body: { code: 'people:email-taken' } });
});

test('[SEC-1] the last owner cannot be demoted, blocked or removed; with a second one they can', async () => {
  const lastOwner = { status: 409, body: { code: 'people:last-owner' } };
  expect(await anna.call('PATCH /people/1', { role: 'manager' })).toMatchObject(lastOwner);
  expect(await anna.call('PATCH /people/1', { blocked: true })).toMatchObject(lastOwner);
  expect(await anna.call('DELETE /people/1')).toMatchObject(lastOwner);
  const olga = await door.join(anna, 'owner');
  expect((await olga.call('PATCH /people/1', { role: 'manager' })).body).toMatchObject({ role: 'manager' });
  expect((await anna.call('GET /people/invitations')).status).toBe(403);
  expect((await olga.call('PATCH /people/1', { role: 'owner' })).status).toBe(200);
});

test('[SEC-1] a blocked owner does not count as one', async () => {
  const olga = await door.join(anna, 'owner');
  expect((await anna.call(`PATCH /people/${await idOf(olga)}`, { blocked: true })).status).toBe(200);
  expect((await anna.call('PATCH /people/1', { role: 'manager' })).status).toBe(409);
});

test('[SEC-1] two owners who step down at the same moment leave one', async () => {
  const olga = await door.join(anna, 'owner');
  const olgaId = await idOf(olga);
  const answers = await Promise.all([
    anna.call('PATCH /people/1', { role: 'manager' }),
    olga.call(`PATCH /people/${olgaId}`, { role: 'manager' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  await sql`update people.people set role = 'owner' where id = 1`.execute(platform.db.db);
});

test('[SEC-1] a blocked person is signed out at once and told so only with the right password', async () => {
  const boris = await door.join(anna, 'operator');
  const { id, email } = (await boris.call<Me>('GET /session')).body;
  expect((await anna.call(`PATCH /people/${id}`, { blocked: true })).body).toMatchObject({ blocked: true });
  expect((await boris.call('GET /session')).body).toBe(null);
  expect(await door.stranger().call('POST /session', { email, password: testPassword })).toMatchObject({
    status: 403,
    body: { code: 'people:blocked' },
  });
  expect(await door.stranger().call('POST /session', { email, password: 'something else' })).toMatchObject({
    body: { code: 'people:wrong-credentials' },
  });
  await anna.call(`PATCH /people/${id}`, { blocked: false });
  expect((await door.stranger().call('POST /session', { email, password: testPassword })).status).toBe(200);
});

test('[SEC-1] a removed person is gone from the list and from sign-in, and the address is free again', async () => {
  const boris = await door.join(anna, 'operator');
  const { id, email } = (await boris.call<Me>('GET /session')).body;
  expect((await anna.call(`DELETE /people/${id}`)).status).toBe(204);
  expect((await boris.call('GET /session')).body).toBe(null);
  expect((await anna.call<Person[]>('GET /people')).body).toHaveLength(1);
  expect((await anna.call(`DELETE /people/${id}`)).status).toBe(404);
  expect((await join(tokenOf(await invite(anna, email, 'analyst')))).status).toBe(200);
});

test('[SEC-1] a changed role takes effect on the next call', async () => {
  const boris = await door.join(anna, 'read-only');
  expect((await boris.call('GET /people/invitations')).status).toBe(403);
  await anna.call(`PATCH /people/${await idOf(boris)}`, { role: 'owner' });
  expect((await boris.call('GET /people/invitations')).status).toBe(200);
});

test('[SEC-1] a key that may manage the team cannot make itself an owner', async () => {
  const key = await door.makeKey(anna, ['team.write', 'settings.read']);
  const outOfReach = { status: 403, body: { code: 'people:role-out-of-reach' } };
  expect(await invite(key, 'boris@example.com', 'owner')).toMatchObject(outOfReach);
  expect(await invite(key, 'boris@example.com', 'read-only')).toMatchObject(outOfReach);
  expect(await key.call('POST /people/1/password-link')).toMatchObject(outOfReach);
  expect(await key.call('PATCH /people/1', { role: 'read-only' })).toMatchObject(outOfReach);
  const reader = await door.makeKey(anna, [
    'team.write',
    'customers.read',
    'orders.read',
    'catalog.read',
    'analytics.read',
    'settings.read',
  ]);
  expect((await invite(reader, 'boris@example.com', 'read-only')).status).toBe(200);
});

test('[SEC-1] a link for a new password signs out everywhere and does not replace the second step', async () => {
  const boris = await door.join(anna, 'operator');
  const { id, email } = (await boris.call<Me>('GET /session')).body;
  const link = await anna.call<{ path: string }>(`POST /people/${id}/password-link`);
  const password = 'ladder mushroom 50';
  expect(await door.stranger().call('POST /invitation', { token: tokenOf(link), password })).toMatchObject({ status: 200, body: null });
  expect((await boris.call('GET /session')).body).toBe(null);
  expect((await door.stranger().call('POST /session', { email, password: testPassword })).status).toBe(401);
  expect((await door.stranger().call('POST /session', { email, password })).status).toBe(200);
});
