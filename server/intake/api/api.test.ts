import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntakeResult } from '../../../contract/intake.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { connectRooms } from '../../house.ts';

const platform = await openTestPlatform();
let door: Door;
let owner: Visitor;
let program: Visitor;

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  program = await door.makeKey(owner, ['import.run']);
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const order = (externalId: string, more: object = {}) => ({
  kind: 'order',
  externalId,
  placedAt: '2026-03-01T10:00:00+03:00',
  status: 'new',
  statusGroup: 'new',
  currency: 'RUB',
  lines: [{ productExternalId: 'tea', name: 'Чай', quantity: 2, price: 100, total: 200 }],
  ...more,
});

const send = (code: string, records: unknown[], headers = {}) =>
  program.call<IntakeResult & { code: string }>('POST /records', { channel: { code }, records }, headers);
const listed = async (channelId: number) =>
  (await owner.call<{ rows: object[]; total: number; sum: number }>(`GET /orders?channel=${channelId}&count=true`)).body;

test('[INT-1] a thousand records of every kind get in with one call; sent again they change nothing', async () => {
  const records = [
    { kind: 'product', externalId: 'tea', name: 'Чай', stock: { main: 3 } },
    { kind: 'customer', externalId: 'anna', name: 'Анна' },
    ...Array.from({ length: 996 }, (_, n) => order(String(n), { buyer: { externalId: 'anna' } })),
    {
      kind: 'return',
      externalId: 'r',
      orderExternalId: '1',
      returnedAt: '2026-03-05T00:00:00Z',
      currency: 'RUB',
      lines: [{ productExternalId: 'tea', name: 'Чай', quantity: 1, price: 100, total: 100 }],
    },
    { kind: 'review', externalId: 'v', orderExternalId: '1', rating: 5, createdAt: '2026-03-06T00:00:00Z' },
  ];
  const { status, body } = await send('thousand', records);
  expect(status).toBe(201);
  const made = { created: 1, updated: 0, unchanged: 0, late: 0 };
  expect(body).toEqual({
    channelId: expect.any(Number),
    received: 1_000,
    stored: 1_000,
    bad: [],
    counts: { customer: made, product: made, stock: made, order: { ...made, created: 996 }, return: made, review: made },
  });
  expect(await listed(body.channelId)).toMatchObject({ total: 996, sum: 199_200 });
  const again = await send('thousand', records);
  expect(again.body.counts.order).toEqual({ created: 0, updated: 0, unchanged: 996, late: 0 });
  expect(
    await send(
      'thousand',
      Array.from({ length: 1_001 }, (_, n) => order(String(n))),
    ),
  ).toMatchObject({ status: 422, body: { fields: [{ field: 'records', code: 'field.too-many' }] } });
});

test('[INT-1] each bad record is named by its place and field, and every good one gets in', async () => {
  const records = [
    order('1'),
    order('2', { currency: 'XXX', placedAt: 'yesterday' }),
    'nonsense',
    { kind: 'parcel' },
    order('3', { lines: [{ name: 'x' }] }),
    order('4'),
  ];
  const { body } = await program.call<IntakeResult>('POST /records', { channel: { code: 'mixed' }, records }, { 'accept-language': 'ru' });
  expect(body).toMatchObject({ received: 6, stored: 2, counts: { order: { created: 2 } } });
  expect(body.bad.map(({ index, externalId, fields }) => [index, externalId, fields.map(({ field }) => field).toSorted()])).toEqual([
    [1, '2', ['currency', 'placedAt']],
    [2, null, ['record']],
    [3, null, ['kind']],
    [4, '3', ['lines.0.price', 'lines.0.quantity', 'lines.0.total']],
  ]);
  expect(body.bad[3]?.fields[0]?.message).toBe('Заполните это поле.');
  expect(await listed(body.channelId)).toMatchObject({ total: 2, sum: 400 });
});

test('[INT-1] a record that the database refuses is found among the good ones, which get in', async () => {
  const records = Array.from({ length: 40 }, (_, n) =>
    order(String(n), n === 17 ? { lines: [{ name: 'x', quantity: 1e15, price: 1, total: 1 }] } : {}),
  );
  const { body } = await send('refused', records);
  expect(body).toMatchObject({
    received: 40,
    stored: 39,
    counts: { order: { created: 39 } },
    bad: [{ index: 17, externalId: '17', fields: [{ code: 'intake:refused' }] }],
  });
  expect(await listed(body.channelId)).toMatchObject({ total: 39, sum: 7_800 });
});

test('[INT-1] text that no database holds is stored without what cannot be held', async () => {
  const { body } = await send('odd-text', [order('1', { number: 'n\u00001', comment: 'half \ud800 pair' })]);
  expect(body).toMatchObject({ stored: 1, bad: [] });
  expect((await listed(body.channelId)).rows).toMatchObject([{ number: 'n1' }]);
});

test('[INT-1] a call repeated with its key is answered as before and stores nothing twice', async () => {
  const key = { 'idempotency-key': 'once' };
  const first = await send('repeat', [order('1')], key);
  const second = await send('repeat', [order('1')], key);
  expect(second.body).toEqual(first.body);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(await send('repeat', [order('2')], key)).toMatchObject({ status: 422, body: { code: 'same-key-other-request' } });
});

test('[INT-1] a key may do what its scopes name and nothing else', async () => {
  const events = { channel: { code: 'site' }, events: [{ externalId: '1', type: 'view', at: '2026-03-01T00:00:00Z' }] };
  expect(await program.call('POST /events', events)).toMatchObject({ status: 403, body: { code: 'key-not-allowed' } });
  const tag = await door.makeKey(owner, ['events.write']);
  expect(await tag.call('POST /events', events)).toMatchObject({ status: 201, body: { stored: 1 } });
  expect(await tag.call('POST /records', { channel: { code: 'site' }, records: [order('1')] })).toMatchObject({ status: 403 });
});
