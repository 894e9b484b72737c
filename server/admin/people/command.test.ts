import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, testPassword, type Visitor } from '../../../tests/rig/visitors.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { add, changeRole, resetPassword } from './command.ts';
import { people } from './index.ts';

let platform: OpenPlatform;
let door: Door;
let anna: Visitor;

beforeAll(async () => {
  platform = await openTestPlatform();
  door = await openDoor(platform, [people]);
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

test('[SEC-1] before the first visit nobody can be added from the command line', async () => {
  await expect(add(platform, 'b@example.com', { name: 'Борис', role: 'owner' })).rejects.toThrow('not set up yet');
  anna = await door.setUp();
});

test('[SEC-1] a person added from the command line signs in with the password that was shown', async () => {
  const { password = '' } = await add(platform, 'boris@example.com', { name: 'Борис', role: 'operator' });
  expect(password).toMatch(/^[\w-]{20}$/);
  const boris = await door.signIn('boris@example.com', password);
  expect((await boris.call('GET /session')).body).toMatchObject({ name: 'Борис', role: 'operator', language: 'ru' });
  await expect(add(platform, 'Boris@example.com', { name: 'Другой', role: 'operator' })).rejects.toThrow('already');
});

test('[SEC-1] an owner who lost password and authenticator gets back in, and every session ends', async () => {
  await sql`update people.people set totp_confirmed_at = now(), totp_secret = ${platform.secrets.seal('JBSWY3DPEHPK3PXP')} where id = 1`.execute(
    platform.db.db,
  );
  const { password = '' } = await resetPassword(platform, 'anna@example.com', { withoutTwoStep: true });
  expect((await anna.call('GET /session')).body).toBe(null);
  expect((await door.stranger().call('POST /session', { email: 'anna@example.com', password: testPassword })).status).toBe(401);
  expect((await (await door.signIn('anna@example.com', password)).call('GET /session')).body).toMatchObject({ twoStep: false });
});

test('[SEC-1] roles change from the command line too, but the last owner stays one', async () => {
  await expect(changeRole(platform, 'anna@example.com', 'manager')).rejects.toMatchObject({ code: 'people:last-owner' });
  await expect(changeRole(platform, 'boris@example.com', 'boss')).rejects.toThrow('owner, manager, marketer, operator, analyst, read-only');
  await expect(changeRole(platform, 'nobody@example.com', 'owner')).rejects.toThrow('Nobody here');
  expect(await changeRole(platform, 'boris@example.com', 'owner')).toEqual({ email: 'boris@example.com', role: 'owner' });
  expect((await changeRole(platform, 'anna@example.com', 'manager')).role).toBe('manager');
  const { rows } = await sql<{ actions: string[] }>`
    select array_agg(action order by id) as actions from audit.entries where actor_kind = 'system'`.execute(platform.db.db);
  expect(rows[0]?.actions).toEqual([
    'people.joined',
    'people.password-changed',
    'people.sign-in-refused',
    'people.role-changed',
    'people.role-changed',
  ]);
});
