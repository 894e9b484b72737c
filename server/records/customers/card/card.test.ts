import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerCard, TimelineItem } from '../../../../contract/customers.ts';
import { openTestPlatform } from '../../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../../tests/rig/visitors.ts';
import { rooms } from '../../../app.ts';
import { connectRooms } from '../../../house.ts';
import { ingest } from '../../../intake/ingest/index.ts';
import { onPlatform } from '../../../platform/job-definition.ts';
import { ensureChannel } from '../../channels/index.ts';
import { customers } from '../index.ts';

const platform = await openTestPlatform();
let door: Door;
let owner: Visitor;
let shop = 0;

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  await platform.jobs.open(onPlatform(platform, customers.jobs ?? []), []);
  shop = await ensureChannel(platform.db.db, { code: 'shop', kind: 'web', name: 'Лавка' });
  await owner.call('POST /fields', {
    object: 'customers',
    key: 'level',
    type: 'dictionary',
    labels: { en: 'Level' },
    options: [{ value: 'gold', labels: { ru: 'Золото' } }],
  });
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const add = (body: object, headers = {}) => owner.call<CustomerCard>('POST /customers', body, headers);
const change = (id: number, body: object) => owner.call<CustomerCard>(`PATCH /customers/${id}`, body);
const card = async (id: number) => (await owner.call<CustomerCard>(`GET /customers/${id}`)).body;

async function entries(action: string): Promise<unknown[]> {
  return (await sql`select object_id as id, before, after from audit.entries where action = ${action} order by id`.execute(platform.db.db))
    .rows;
}

test('a customer entered by hand is stored in normal form, found at once, and added once however often the request is repeated', async () => {
  const entered = {
    name: ' Ильина Анна ',
    email: 'Anna.Ilina@Example.COM',
    phone: '8 (916) 123-45-67',
    birthDate: '1990-02-28',
    tags: ['vip', 'b', 'vip'],
    fields: { level: 'Золото' },
  };
  const repeat = { 'idempotency-key': 'add-anna' };
  const { status, body } = await add(entered, repeat);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    name: 'Ильина Анна',
    email: 'anna.ilina@example.com',
    phone: '+79161234567',
    contactable: true,
    channelId: 0,
    channelIds: [0],
    tags: ['b', 'vip'],
    fields: { level: 'gold' },
    ordersCount: 0,
    averageBase: null,
    daysBetweenOrders: null,
    firstOrderAt: null,
    mergedInto: null,
  });
  expect(body.age).toBeGreaterThan(30);
  expect(body.identities.map(({ kind, value, reason }) => ({ kind, value, reason }))).toEqual([
    { kind: 'email', value: 'anna.ilina@example.com', reason: 'entered' },
    { kind: 'phone', value: '+79161234567', reason: 'entered' },
  ]);
  expect((await add(entered, repeat)).body.id).toBe(body.id);
  for (const q of ['ilyina', '4567', 'anna.il']) {
    expect((await owner.call<{ rows: { id: number }[] }>(`GET /customers?q=${q}`)).body.rows.map(({ id }) => id)).toEqual([body.id]);
  }
  expect(await entries('customers.added')).toHaveLength(1);
});

test('[CUS-7] everything wrong in what was entered is told at once, in the language of the caller', async () => {
  const { status, body } = await owner.call<{ fields: { field: string; message: string }[] }>(
    'POST /customers',
    { email: 'not one', phone: '12', companyId: 99, fields: { level: 'silver', colour: 'red' } },
    { 'accept-language': 'ru' },
  );
  expect(status).toBe(422);
  expect(body.fields.map(({ field }) => field)).toEqual(['email', 'phone', 'companyId', 'fields.level', 'fields.colour']);
  expect(body.fields[2]?.message).toBe('Такой компании нет. Сначала добавьте её.');
  expect(await add({})).toMatchObject({ status: 422, body: { code: 'customers:empty' } });
});

test('[CUS-2] a changed mailbox is a new key; one that another customer has makes the two possible duplicates', async () => {
  const first = (await add({ name: 'Пётр', email: 'petr@example.com' })).body;
  const second = (await add({ name: 'Пётр Ким' })).body;
  await change(second.id, { email: 'petr2@example.com' });
  const { body } = await change(second.id, { email: 'PETR@example.com', city: 'Тула' });
  expect(body).toMatchObject({ email: 'petr@example.com', city: 'Тула', identities: [] });
  expect(body.suspects).toMatchObject([{ reason: 'same_email', customer: { id: first.id, name: 'Пётр' } }]);
  expect((await card(first.id)).suspects).toMatchObject([{ customer: { id: second.id } }]);
});

test('what changed is in the audit log as it was and as it is, and an equal change leaves no trace', async () => {
  const { id } = (await add({ name: 'Зоя', tags: ['b', 'a'], fields: { level: 'gold' } })).body;
  await change(id, { name: 'Зоя Ким', tags: ['a', 'b'], fields: { level: null }, managerId: 3 });
  await change(id, { name: 'Зоя Ким', tags: ['b', 'a'] });
  expect((await entries('customers.changed')).filter((entry) => (entry as { id: string }).id === String(id))).toEqual([
    {
      id: String(id),
      before: { name: 'Зоя', fields: { level: 'gold' }, managerId: null },
      after: { name: 'Зоя Ким', fields: {}, managerId: 3 },
    },
  ]);
});

test('a contact that a channel wrote badly is good once a person wrote it', async () => {
  await ingest(platform, shop, [{ kind: 'customer', externalId: 'bad', phone: '12', email: 'нет' }]);
  const { rows } = await sql<{ id: number }>`select id from customers.customers where first_account = 'bad'`.execute(platform.db.db);
  const id = rows[0]?.id as number;
  expect(await card(id)).toMatchObject({ problems: ['bad_email', 'bad_phone'], contactable: false, phone: '12' });
  expect((await change(id, { phone: '+79160000077' })).body).toMatchObject({ problems: ['bad_email'], contactable: true });
  expect((await change(id, { email: null })).body).toMatchObject({ problems: [], email: null });
});

test('[CUS-11] figures of the card rest on the orders, which are told with them', async () => {
  const order = (externalId: string, day: string, total: number) => ({
    kind: 'order' as const,
    externalId,
    placedAt: `2026-03-${day}T10:00:00Z`,
    status: 'done',
    statusGroup: 'done' as const,
    currency: 'RUB' as const,
    buyer: { externalId: 'figures' },
    lines: [{ name: 'Чай', quantity: 1, price: total, total }],
  });
  await ingest(platform, shop, [order('f1', '01', 100_00), order('f2', '11', 50_00), order('f3', '31', 50_01)]);
  const { rows } = await sql<{ id: number }>`select id from customers.customers where first_account = 'figures'`.execute(platform.db.db);
  expect(await card(rows[0]?.id as number)).toMatchObject({
    ordersCount: 3,
    spentBase: 200_01,
    averageBase: 66_67,
    daysBetweenOrders: 15,
    firstOrderAt: '2026-03-01T10:00:00.000Z',
    lastOrderAt: '2026-03-31T10:00:00.000Z',
    identities: [{ kind: 'account', channelId: shop, value: 'figures', reason: 'channel_account' }],
  });
});

test('notes are written, changed and removed, each time with a trace', async () => {
  const { id } = (await add({ name: 'С заметками' })).body;
  const note = (await owner.call<{ id: number }>(`POST /customers/${id}/notes`, { text: 'Звонить вечером' })).body;
  const path = `/customers/${id}/notes/${note.id}`;
  expect((await owner.call(`PATCH ${path}`, { text: 'Звонить утром' })).body).toMatchObject({
    text: 'Звонить утром',
    author: 'Анна Петрова',
    editedAt: expect.any(String),
  });
  expect((await card(id)).notes).toMatchObject([{ text: 'Звонить утром' }]);
  expect((await owner.call(`DELETE ${path}`)).status).toBe(204);
  expect((await owner.call(`DELETE ${path}`)).status).toBe(404);
  expect((await card(id)).notes).toEqual([]);
  expect(await entries('customers.note-edited')).toEqual([
    { id: String(id), before: { note: note.id, text: 'Звонить вечером' }, after: { note: note.id, text: 'Звонить утром' } },
  ]);
});

test('[CUS-3] a joined record leads to the customer, whose card and timeline show what it brought; unmerge gives it its own again', async () => {
  const kept = (await add({ name: 'Вера', email: 'vera@example.com' })).body;
  const gone = (await add({ name: 'Вера К.' })).body;
  await owner.call(`POST /customers/${gone.id}/notes`, { text: 'Любит зелёный' });
  const merge = (
    await owner.call<{ id: number; keptId: number }>(`POST /customers/${gone.id}/merges`, { otherId: kept.id, reason: 'сказала сама' })
  ).body;
  expect(merge.keptId).toBe(kept.id);
  expect(await card(gone.id)).toEqual({ id: gone.id, mergedInto: kept.id });
  expect(await card(kept.id)).toMatchObject({
    merges: [{ id: merge.id, gone: { id: gone.id, name: 'Вера К.' }, reason: 'сказала сама' }],
    notes: [{ text: 'Любит зелёный' }],
  });
  expect(await change(gone.id, { name: 'Нет' })).toMatchObject({ status: 409, body: { code: 'customers:merged' } });
  expect(await owner.call(`POST /customers/${gone.id}/notes`, { text: 'Нет' })).toMatchObject({ status: 409 });
  const page = (await owner.call<{ rows: TimelineItem[]; next: string }>(`GET /customers/${kept.id}/timeline?limit=2`)).body;
  expect(page.rows.map(({ kind, text }) => ({ kind, text }))).toEqual([
    { kind: 'merged', text: 'сказала сама' },
    { kind: 'note', text: 'Любит зелёный' },
  ]);
  const rest = (await owner.call<{ rows: TimelineItem[]; next: null }>(`GET /customers/${kept.id}/timeline?limit=9&cursor=${page.next}`))
    .body;
  expect(rest.rows.map(({ kind }) => kind).toSorted()).toEqual(['created', 'created', 'linked']);
  expect(rest.next).toBe(null);
  expect((await owner.call(`DELETE /customers/${kept.id}/merges/${merge.id}`)).body).toEqual({ keptId: kept.id, restoredId: gone.id });
  expect(await card(gone.id)).toMatchObject({ name: 'Вера К.', notes: [{ text: 'Любит зелёный' }] });
  expect((await card(kept.id)).notes).toEqual([]);
});

test('what does not exist is said in words', async () => {
  expect((await owner.call('GET /customers/424242')).status).toBe(404);
  expect((await change(424242, { name: 'Нет' })).status).toBe(404);
});
