import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChecklistItem } from '../../../contract/workspace.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, testCompany, type Visitor } from '../../../tests/rig/visitors.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { findWorkspace, fixCurrency, forgetWorkspace, getWorkspace, markMilestone, saveWorkspace } from '../../platform/workspace.ts';
import { auditLog } from '../audit/index.ts';
import { people } from '../people/index.ts';
import { workspace } from './index.ts';

let platform: OpenPlatform;
let door: Door;
let anna: Visitor;

beforeAll(async () => {
  platform = await openTestPlatform();
  door = await openDoor(platform, [people, workspace, auditLog]);
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

test('[OPS-4] before the first visit there is no workspace, and a bad time zone does not make one', async () => {
  const { db } = platform.db;
  expect(await findWorkspace(db)).toBe(null);
  await expect(getWorkspace(db)).rejects.toThrow('not set up');
  const refused = await door.stranger().call('POST /setup', { ...testCompany, timeZone: 'Mars/Olympus' });
  expect(refused).toMatchObject({ status: 422, body: { fields: [{ field: 'timeZone', code: 'workspace:unknown-time-zone' }] } });
  expect((await door.stranger().call('GET /setup')).body).toEqual({ done: false, currency: null });
});

test('[OPS-4] two first visits at the same moment make one company and one owner', async () => {
  const owner = (email: string) => ({ ...testCompany, owner: { ...testCompany.owner, email } });
  const visits = ['one@example.com', 'two@example.com'].map((email) => door.stranger().call('POST /setup', owner(email)));
  expect((await Promise.all(visits)).map(({ status }) => status).sort()).toEqual([200, 409]);
  const { rows } = await sql<{ n: number }>`select count(*) as n from people.people`.execute(platform.db.db);
  expect(rows).toEqual([{ n: 1 }]);
  await sql`delete from people.people`.execute(platform.db.db);
});

test('[OPS-2] records that came first fix the currency that the first visit may choose', async () => {
  const { db } = platform.db;
  const before = { ...testCompany, owner: undefined, currency: 'GBP' as const, language: 'en' as const, weekStart: 1 };
  await saveWorkspace(db, { ...before, questionnaire: { channels: [], goals: [], risks: [] } });
  await platform.db.transaction((tx) => fixCurrency(tx, 'GBP'));
  forgetWorkspace(db);
  expect((await door.stranger().call('GET /setup')).body).toEqual({ done: false, currency: 'GBP' });
  expect(await door.stranger().call('POST /setup', testCompany)).toMatchObject({ status: 409, body: { code: 'workspace:currency-fixed' } });
  await sql`delete from workspace.settings`.execute(db);
  forgetWorkspace(db);
  anna = await door.setUp();
});

test('[OPS-4] settings change one at a time and are seen at once', async () => {
  expect((await anna.call('PATCH /workspace', { timeZone: 'Asia/Almaty', weekStart: 7 })).body).toMatchObject({
    company: 'Лавка на углу',
    timeZone: 'Asia/Almaty',
    weekStart: 7,
    currencyFixed: false,
  });
  expect(await getWorkspace(platform.db.db)).toMatchObject({ timeZone: 'Asia/Almaty', currency: 'RUB' });
  expect((await anna.call('PATCH /workspace', { currency: 'KZT' })).body).toMatchObject({ currency: 'KZT', timeZone: 'Asia/Almaty' });
});

test('[OPS-4] two changes at the same moment do not undo each other', async () => {
  await Promise.all([anna.call('PATCH /workspace', { company: 'Лавка' }), anna.call('PATCH /workspace', { country: 'KZ' })]);
  expect((await anna.call('GET /workspace')).body).toMatchObject({ company: 'Лавка', country: 'KZ' });
});

test('[OPS-4] a change is in the audit log as it was and as it is', async () => {
  const { body } = await anna.call<{ rows: object[] }>('GET /audit?action=workspace.changed');
  expect(body.rows.at(-1)).toMatchObject({
    before: { timeZone: 'Europe/Moscow', weekStart: 1 },
    after: { timeZone: 'Asia/Almaty', weekStart: 7 },
  });
});

test('[ANL-1] the accounting currency is fixed by the first record, and everything else still changes', async () => {
  await platform.db.transaction((tx) => fixCurrency(tx, 'KZT'));
  expect(await anna.call('PATCH /workspace', { currency: 'RUB' })).toMatchObject({
    status: 409,
    body: { code: 'workspace:currency-fixed' },
  });
  expect((await anna.call('PATCH /workspace', { currency: 'KZT', company: 'Лавка 2' })).body).toMatchObject({
    company: 'Лавка 2',
    currencyFixed: true,
  });
  await expect(platform.db.transaction((tx) => fixCurrency(tx, 'RUB'))).rejects.toThrow('The accounting currency is KZT, not RUB');
});

test('[OPS-4] the checklist follows the answers, and what is done is ticked', async () => {
  await anna.call('PATCH /workspace', { questionnaire: { channels: ['ozon', 'web-shop'], goals: ['keep-stock'], risks: ['leaks'] } });
  await markMilestone(platform.db.db, 'orders:ozon');
  const list = async () =>
    (await anna.call<ChecklistItem[]>('GET /workspace/checklist')).body.map(
      ({ kind, channel, done }) => `${channel ?? kind}${done ? ' done' : ''}`,
    );
  expect(await list()).toEqual(['ozon done', 'web-shop', 'figures', 'stock', 'two-step', 'key']);
  await anna.call('PUT /workspace/checklist', { kind: 'figures', channel: null, done: true });
  expect(await list()).toEqual(['ozon done', 'web-shop', 'figures done', 'stock', 'two-step', 'key']);
  await anna.call('PUT /workspace/checklist', { kind: 'orders', channel: 'ozon', done: false });
  expect(await list()).toContain('ozon');
});
