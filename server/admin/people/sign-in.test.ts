import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Me } from '../../../contract/people.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, testCompany, testPassword, type Visitor } from '../../../tests/rig/visitors.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { auditLog } from '../audit/index.ts';
import { keys } from '../keys/index.ts';
import { workspace } from '../workspace/index.ts';
import { people } from './index.ts';

let platform: OpenPlatform;
let door: Door;
let anna: Visitor;

beforeAll(async () => {
  platform = await openTestPlatform();
  door = await openDoor(platform, [people, auditLog, workspace, keys]);
  anna = await door.setUp();
});
afterAll(async () => {
  await door.close();
  await platform.close();
});
beforeEach(async () => {
  await sql`delete from people.attempts`.execute(platform.db.db);
});

/** Whatever waits now waits on while a slow machine gets to the next line. */
const hold = () =>
  sql`update people.attempts set blocked_until = now() + interval '900 seconds' where blocked_until is not null`.execute(platform.db.db);

const right = { email: 'anna@example.com', password: testPassword };
const wrong = { ...right, password: 'mushroom ladder 41' };

test('[OPS-4] the first visit sets the company up once; a second try changes nothing', async () => {
  expect((await door.stranger().call('GET /setup')).body).toEqual({ done: true, currency: null });
  const again = await door.stranger().call('POST /setup', { ...testCompany, company: 'Другая' });
  expect(again).toMatchObject({ status: 409, body: { code: 'people:already-set-up' } });
  expect((await anna.call('GET /workspace')).body).toMatchObject({
    company: 'Лавка на углу',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    weekStart: 1,
  });
});

test('[SEC-1] the first visitor is an owner and is signed in', async () => {
  const { body } = await anna.call<Me>('GET /session');
  expect(body).toMatchObject({ name: 'Анна Петрова', email: 'anna@example.com', role: 'owner', language: 'ru', twoStep: false });
  expect(body.permissions).toHaveLength(16);
});

test('[SEC-1] the session is a cookie that scripts and other sites cannot use; only its digest is stored', async () => {
  const signedIn = await door.stranger().call('POST /session', right, { 'x-forwarded-proto': 'https' });
  expect(signedIn.headers['set-cookie']).toMatch(/^prilavok_session=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure$/);
  const token = String(signedIn.headers['set-cookie']).slice(17, 60);
  const { rows } = await sql<{ stored: string }>`select encode(token_hash, 'base64') as stored from people.sessions`.execute(
    platform.db.db,
  );
  expect(rows.some(({ stored }) => stored.includes(token))).toBe(false);
  expect((await door.stranger().call('POST /session', right)).headers['set-cookie']).not.toContain('Secure');
});

test('[SEC-1] a stranger has no session and is not told so by an error', async () => {
  expect(await door.stranger().call('GET /session')).toMatchObject({ status: 200, body: null });
  expect((await door.withCookie('prilavok_session=made-up').call('GET /session')).body).toBe(null);
  expect((await door.stranger().call('PATCH /me', { name: 'X' })).status).toBe(401);
});

test('[SEC-1] an unknown address and a wrong password are answered alike, in the caller’s language', async () => {
  const inRussian = { 'accept-language': 'ru' };
  const unknown = await door.stranger().call<{ title: string }>('POST /session', { ...right, email: 'nobody@example.com' }, inRussian);
  const mistyped = await door.stranger().call<{ title: string }>('POST /session', wrong, inRussian);
  expect(unknown.status).toBe(401);
  expect(unknown.body).toEqual(mistyped.body);
  expect(unknown.body.title).toBe('Почта или пароль не подходят. Проверьте раскладку и Caps Lock.');
});

test('[SEC-1] capitals and spaces around an address do not matter', async () => {
  expect((await door.stranger().call('POST /session', { ...right, email: ' Anna@Example.com ' })).status).toBe(200);
});

test('[SEC-1] after five failures even the right password has to wait, and the answer says how long', async () => {
  for (let n = 0; n < 5; n += 1) expect((await door.stranger().call('POST /session', wrong)).status).toBe(401);
  await hold();
  const refused = await door.stranger().call('POST /session', right, { 'accept-language': 'ru' });
  expect(refused).toMatchObject({
    status: 429,
    body: { code: 'people:too-many-attempts', title: 'Слишком много попыток. Повторите через 900 секунд.' },
  });
  expect(refused.headers['retry-after']).toBe('900');
});

test('[SEC-1] a changed password signs out everywhere else; the old one is asked for and no longer works', async () => {
  const bob = await door.join(anna, 'analyst');
  const { email } = (await bob.call<Me>('GET /session')).body;
  const elsewhere = await door.signIn(email, testPassword);
  const next = 'ladder mushroom 50';
  expect(await bob.call('POST /me/password', { current: 'not this one', next })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'current' }] },
  });
  expect(await bob.call('POST /me/password', { current: testPassword, next: 'password123' })).toMatchObject({
    body: { fields: [{ field: 'next' }] },
  });
  expect((await bob.call('POST /me/password', { current: testPassword, next })).status).toBe(204);
  expect((await bob.call('GET /session')).body).not.toBe(null);
  expect((await elsewhere.call('GET /session')).body).toBe(null);
  expect((await door.stranger().call('POST /session', { email, password: testPassword })).status).toBe(401);
  expect((await door.stranger().call('POST /session', { email, password: next })).status).toBe(200);
});

test('[SEC-1] two-step sign-in: enrol, confirm, a code works once, recovery codes work once, and it can be turned off', async () => {
  const carol = await door.join(anna, 'marketer');
  const { email } = (await carol.call<Me>('GET /session')).body;
  expect((await carol.call('POST /me/totp', { password: 'wrong' })).status).toBe(422);
  const { secret } = (await carol.call<{ secret: string }>('POST /me/totp', { password: testPassword })).body;
  expect((await door.stranger().call('POST /session', { email, password: testPassword })).status).toBe(200);
  const totp = new TOTP({ secret });
  const codeAt = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  expect((await carol.call('POST /me/totp/confirmation', { code: '000000' })).status).toBe(422);
  const { recoveryCodes } = (await carol.call<{ recoveryCodes: string[] }>('POST /me/totp/confirmation', { code: codeAt(0) })).body;
  expect(recoveryCodes).toHaveLength(10);

  const enter = (code?: string) => door.stranger().call<{ code: string }>('POST /session', { email, password: testPassword, code });
  expect(await enter()).toMatchObject({ status: 401, body: { code: 'people:code-needed' } });
  expect(await enter(codeAt(0))).toMatchObject({ status: 401, body: { code: 'people:wrong-code' } });
  expect((await enter(codeAt(1))).status).toBe(200);
  expect((await enter(codeAt(1))).status).toBe(401);
  const [first = ''] = recoveryCodes;
  expect((await enter(first.toUpperCase())).status).toBe(200);
  expect((await enter(first)).status).toBe(401);

  const { rows } = await sql<{ totp_secret: string }>`select totp_secret from people.people where email = ${email}`.execute(platform.db.db);
  expect(rows[0]?.totp_secret).not.toContain(secret);
  expect((await carol.call('POST /me/totp/removal', { password: testPassword })).status).toBe(204);
  expect((await enter()).status).toBe(200);
});

test('[SEC-1] the second step cannot be tried without end either', async () => {
  const dave = await door.join(anna, 'operator');
  const { email } = (await dave.call<Me>('GET /session')).body;
  const { secret } = (await dave.call<{ secret: string }>('POST /me/totp', { password: testPassword })).body;
  await dave.call('POST /me/totp/confirmation', { code: new TOTP({ secret }).generate() });
  const enter = async (code?: string) => (await door.stranger().call('POST /session', { email, password: testPassword, code })).status;
  for (const code of [undefined, '000000', undefined, '000000', '111111']) expect(await enter(code)).toBe(401);
  await hold();
  expect(await enter(new TOTP({ secret }).generate())).toBe(429);
});

test('[SEC-1] a person sees where they are signed in and signs out there, here and everywhere', async () => {
  const { email } = (await (await door.join(anna, 'read-only')).call<Me>('GET /session')).body;
  const [here, there] = [await door.signIn(email, testPassword), await door.signIn(email, testPassword)];
  const list = (await here.call<{ id: number; current: boolean }[]>('GET /me/sessions')).body;
  expect(list.map(({ current }) => current).filter(Boolean)).toHaveLength(1);
  expect(list).toHaveLength(3);
  const { body: theirs } = await anna.call<{ id: number }[]>('GET /me/sessions');
  expect((await here.call(`DELETE /me/sessions/${theirs[0]?.id}`)).status).toBe(404);
  expect((await here.call('DELETE /me/sessions')).status).toBe(204);
  expect((await there.call('GET /session')).body).toBe(null);
  const out = await here.call('DELETE /session');
  expect(out.headers['set-cookie']).toContain('Max-Age=0');
  expect((await here.call('GET /session')).body).toBe(null);
});

test('[SEC-1] a session ends after thirty days without use', async () => {
  const visitor = await door.signIn(right.email, right.password);
  await sql`update people.sessions set last_seen_at = now() - interval '30 days'`.execute(platform.db.db);
  expect((await visitor.call('GET /session')).body).toBe(null);
  anna = await door.signIn(right.email, right.password);
});

test('[SEC-1] a key has no account: it cannot change, list or end the sessions of the person who made it', async () => {
  const key = await door.makeKey(anna, ['team.write', 'settings.write']);
  for (const operation of ['GET /me/sessions', 'DELETE /me/sessions', 'DELETE /me/sessions/1', 'PATCH /me']) {
    const refused = await key.call(operation, operation === 'PATCH /me' ? { name: 'X' } : undefined);
    expect(refused).toMatchObject({ status: 403, body: { code: 'people:not-a-person' } });
  }
  expect((await key.call('POST /me/password', { current: testPassword, next: 'ladder mushroom 50' })).status).toBe(403);
  expect((await key.call('POST /me/totp', { password: testPassword })).status).toBe(403);
});

test('[SEC-1] another site cannot act through the browser of somebody signed in', async () => {
  const foreign = await anna.call('PATCH /me', { name: 'Захвачено' }, { origin: 'https://evil.example', host: 'crm.example' });
  expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
  expect((await anna.call('PATCH /me', { language: 'uk' }, { origin: 'https://crm.example', host: 'crm.example' })).body).toMatchObject({
    name: 'Анна Петрова',
    language: 'uk',
  });
});

test('[SEC-1] sign-ins, refusals and changes are in the audit log without any password', async () => {
  const { body } = await anna.call<{ rows: { action: string }[] }>('GET /audit?action=people.&limit=200');
  const actions = new Set(body.rows.map(({ action }) => action));
  for (const action of [
    'set-up',
    'signed-in',
    'signed-out',
    'sign-in-refused',
    'password-changed',
    'two-step-on',
    'two-step-off',
    'joined',
    'account-changed',
  ]) {
    expect(actions).toContain(`people.${action}`);
  }
  expect(JSON.stringify(body)).not.toContain('mushroom');
});
