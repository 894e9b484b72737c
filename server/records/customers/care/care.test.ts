import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Quality, Suspect } from '../../../../contract/customer-care.ts';
import type { CustomerRecord } from '../../../../contract/records.ts';
import { openTestPlatform } from '../../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../../tests/rig/visitors.ts';
import { rooms } from '../../../app.ts';
import { connectRooms } from '../../../house.ts';
import { ingest } from '../../../intake/ingest/index.ts';
import { onPlatform } from '../../../platform/job-definition.ts';
import { ensureChannel } from '../../channels/index.ts';
import { customers } from '../index.ts';
import { findSuspects } from './find-suspects.ts';

const platform = await openTestPlatform();
const { db } = platform.db;
let door: Door;
let owner: Visitor;
let channel = 0;
const job = { signal: new AbortController().signal, progress: async () => {} };

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  await platform.jobs.open(onPlatform(platform, customers.jobs ?? []), []);
  channel = await ensureChannel(db, { code: 'shop', kind: 'web', name: 'Лавка' });
});
beforeEach(() => sql`truncate customers.customers cascade`.execute(db));
afterAll(async () => {
  await door.close();
  await platform.close();
});

const give = (records: Omit<CustomerRecord, 'kind'>[]) =>
  ingest(
    platform,
    channel,
    records.map((record) => ({ kind: 'customer', ...record })),
  );

async function ids(): Promise<Record<string, number>> {
  const { rows } = await sql<{ account: string; id: number }>`select first_account as account, id from customers.customers`.execute(db);
  return Object.fromEntries(rows.map(({ account, id }) => [account, id]));
}

const suspects = async () => (await owner.call<{ rows: Suspect[] }>('GET /customers/suspects')).body.rows;
const pairs = async () => (await suspects()).map(({ first, second, reason }) => `${first.account}-${second.account} ${reason}`).toSorted();

test('[CUS-9] records with equal names and something else in common are possible duplicates; what many share is no evidence', async () => {
  await give([
    { externalId: 'a1', name: 'Анна Фёдорова', city: 'Тула' },
    { externalId: 'a2', name: 'ФЕДОРОВА АННА', city: 'тула' },
    { externalId: 'b1', name: 'Ким Пётр', phone: '+79160001122' },
    { externalId: 'b2', name: 'Петр Ким', phone: '+79990001122' },
    { externalId: 'c1', name: 'Вера Ли', birthDate: '1990-01-01', city: 'Орёл' },
    { externalId: 'c2', name: 'Вера Ли', birthDate: '1990-01-01', city: 'Псков' },
    { externalId: 'd1', name: 'Зоя', city: 'Омск' },
    { externalId: 'd2', name: 'Зоя', city: 'Омск' },
    { externalId: 'e1', name: 'Олег Рау', city: 'Тверь' },
    { externalId: 'e2', name: 'Олег Рау', city: 'Курск' },
    ...Array.from({ length: 5 }, (_, i) => ({ externalId: `f${i}`, name: 'Иван Иванов', city: 'Москва' })),
  ]);
  expect(await findSuspects(platform, {}, job)).toEqual({ found: 3 });
  expect(await pairs()).toEqual(['a1-a2 same_name_city', 'b1-b2 same_name_phone_tail', 'c1-c2 same_name_birth_date']);
  expect(await findSuspects(platform, {}, job)).toEqual({ found: 0 });
});

test('[CUS-9] equal contacts that people entered are found too, bad and substitute ones are not', async () => {
  await give([{ externalId: 'a' }, { externalId: 'b' }, { externalId: 'c', phone: '12' }, { externalId: 'd', phone: '12' }]);
  await sql`update customers.customers set email = 'same@example.com' where first_account in ('a', 'b')`.execute(db);
  await sql`update customers.customers set phone = '+79160000000', phone_is_temporary = true where first_account in ('a', 'c')`.execute(db);
  await findSuspects(platform, {}, job);
  expect(await pairs()).toEqual(['a-b same_email']);
});

test('[CUS-3] a dismissed pair does not come back, and a merged one is no pair', async () => {
  await give([
    { externalId: 'a', name: 'Анна Ильина', city: 'Тула' },
    { externalId: 'b', name: 'Анна Ильина', city: 'Тула', email: 'b@example.com' },
    { externalId: 'c', name: 'Анна Ильина', city: 'Тула' },
  ]);
  await findSuspects(platform, {}, job);
  const [ab, ac] = await Promise.all(
    ['a-b', 'a-c'].map(async (name) => (await suspects()).find(({ first, second }) => `${first.account}-${second.account}` === name)),
  );
  const { a, b } = await ids();
  expect(ab?.keptId).toBe(b);
  expect((await owner.call(`POST /customers/suspects/${ac?.id}/dismissal`)).status).toBe(204);
  expect((await owner.call(`POST /customers/suspects/${ac?.id}/dismissal`)).status).toBe(404);
  const { body } = await owner.call<{ id: number; keptId: number }>(`POST /customers/${a}/merges`, { otherId: b, reason: 'one person' });
  expect(await pairs()).toEqual(['b-c same_name_city']);
  await owner.call(`DELETE /customers/${body.keptId}/merges/${body.id}`);
  await findSuspects(platform, {}, job);
  expect(await pairs()).toEqual(['b-c same_name_city']);
});

test('[CUS-9] completeness is told by source, and every problem with the filter that lists its customers', async () => {
  const other = await ensureChannel(db, { code: 'ozon', kind: 'ozon', name: 'Ozon' });
  await give([
    {
      externalId: 'full',
      name: 'Анна',
      email: 'a@example.com',
      phone: '+79160000001',
      city: 'Тула',
      sex: 'female',
      birthDate: '1990-01-01',
    },
    { externalId: 'bad', name: 'Пётр', email: 'нет', phone: '12' },
    { externalId: 'none' },
  ]);
  await ingest(platform, other, [{ kind: 'customer', externalId: 'x', city: 'Орёл' }]);
  const { body } = await owner.call<Quality>('GET /customers/quality');
  expect(body.customers).toBe(4);
  expect(
    body.sources.map(({ channelId, customers: count, completeness }) => ({
      channelId,
      count,
      completeness: Math.round(completeness * 1000),
    })),
  ).toEqual([
    { channelId: channel, count: 3, completeness: Math.round((7 / 18) * 1000) },
    { channelId: other, count: 1, completeness: Math.round((1 / 6) * 1000) },
  ]);
  expect(body.sources[0]?.parts).toEqual({ name: 2 / 3, email: 1 / 3, phone: 1 / 3, city: 1 / 3, sex: 1 / 3, birthDate: 1 / 3 });
  expect(body.issues.map(({ kind, count }) => [kind, count])).toEqual([
    ['bad_phone', 1],
    ['bad_email', 1],
    ['not_contactable', 3],
    ['suspects', 0],
  ]);
  for (const { count, filter } of body.issues) {
    if (!filter) continue;
    const query = Object.entries(filter)
      .map(([key, value]) => `${key}=${[value].flat().join()}`)
      .join('&');
    expect((await owner.call<{ total: number }>(`GET /customers?${query}&count=true`)).body.total).toBe(count);
  }
});

test('[CUS-9] bad phones are read again as those of another country and become keys; the rest can be cleared', async () => {
  await give([
    { externalId: 'ua1', phone: '67 123-45-67' },
    { externalId: 'ua2', phone: '67 765 43 21', email: 'нет' },
    { externalId: 'junk', phone: '12', name: 'Мария' },
    { externalId: 'known', phone: '+380677654321' },
  ]);
  const { ua2, junk, known } = await ids();
  const cure = (body: object) => owner.call('POST /customers/quality/cure', body);
  expect((await cure({ filter: {}, cure: { how: 'read-again', problem: 'bad_phone', country: 'UA' } })).body).toEqual({
    jobId: null,
    mended: 2,
  });
  const { rows } = await sql`select first_account as account, phone, problems from customers.customers order by 1`.execute(db);
  expect(rows).toEqual([
    { account: 'junk', phone: '12', problems: ['bad_phone'] },
    { account: 'known', phone: '+380677654321', problems: [] },
    { account: 'ua1', phone: '+380671234567', problems: [] },
    { account: 'ua2', phone: '+380677654321', problems: ['bad_email'] },
  ]);
  expect(await pairs()).toEqual(['ua2-known same_phone']);
  expect((await owner.call<{ rows: { account: string }[] }>('GET /customers?q=4567')).body.rows.map(({ account }) => account)).toEqual([
    'ua1',
  ]);
  expect((await cure({ ids: [junk, ua2, known], cure: { how: 'clear', problem: 'bad_phone' } })).body).toEqual({ jobId: null, mended: 1 });
  expect((await cure({ filter: {}, cure: { how: 'clear', problem: 'bad_email' } })).body).toEqual({ jobId: null, mended: 1 });
  expect((await owner.call<Quality>('GET /customers/quality')).body.issues.slice(0, 2).map(({ count }) => count)).toEqual([0, 0]);
});

test('the search for duplicates can be started by hand', async () => {
  expect((await owner.call<{ jobId: string }>('POST /customers/suspects/search', {})).body.jobId).toMatch(/^[0-9a-f-]{36}$/);
});
