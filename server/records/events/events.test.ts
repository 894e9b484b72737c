import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Event } from '../../../contract/events.ts';
import type { IntakeResult } from '../../../contract/intake.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { connectRooms } from '../../house.ts';

const platform = await openTestPlatform();
let door: Door;
let owner: Visitor;

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

interface Listed {
  rows: Event[];
  next: string | null;
}

const view = (n: number, more: object = {}) => ({
  externalId: `e${n}`,
  type: 'view',
  at: `2026-03-01T10:00:${String(n).padStart(2, '0')}.123Z`,
  customerExternalId: 'anna',
  productExternalId: 'tea',
  seconds: n,
  ...more,
});

test('[COL-3] events sent in bulk are stored once and stand on the timeline of their buyer, newest first', async () => {
  const channel = { code: 'site' };
  await owner.call('POST /records', {
    channel,
    records: [
      { kind: 'customer', externalId: 'anna', name: 'Анна' },
      { kind: 'product', externalId: 'tea', name: 'Чай' },
    ],
  });
  const events = [
    ...Array.from({ length: 9 }, (_, n) => view(n)),
    view(9, { customerExternalId: undefined, visitor: 'v1', type: 'search', query: 'чай', productExternalId: undefined }),
  ];
  const sent = await owner.call<IntakeResult>('POST /events', { channel, events: [...events, { type: 'dance' }] });
  expect(sent).toMatchObject({
    status: 201,
    body: { received: 11, stored: 10, counts: { event: { created: 10 } }, bad: [{ index: 10, externalId: null }] },
  });
  expect(sent.body.bad[0]?.fields.map(({ field }) => field).toSorted()).toEqual(['at', 'externalId', 'type']);
  await owner.call('POST /events', { channel, events });
  const customer = (await owner.call<{ rows: { id: number }[] }>('GET /customers')).body.rows[0]?.id;
  const rows: Event[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await owner.call<Listed>(`GET /events?customer=${customer}&limit=4${cursor && `&cursor=${cursor}`}`);
    rows.push(...body.rows);
    if (body.next === null) break;
    cursor = body.next;
  }
  expect(rows.map(({ externalId }) => externalId)).toEqual(['e8', 'e7', 'e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0']);
  expect(rows[0]).toEqual({
    channelId: sent.body.channelId,
    externalId: 'e8',
    type: 'view',
    at: '2026-03-01T10:00:08.123Z',
    customerId: customer,
    visitor: null,
    product: { id: expect.any(Number), name: 'Чай' },
    productExternalId: 'tea',
    section: null,
    query: null,
    quantity: null,
    amount: null,
    seconds: 8,
    device: null,
    properties: {},
  });
  expect((await owner.call<Listed>('GET /events?visitor=v1')).body.rows).toMatchObject([
    { type: 'search', query: 'чай', customerId: null, product: null },
  ]);
  expect((await owner.call<Listed>(`GET /events?customer=${customer}&type=search`)).body.rows).toEqual([]);
  expect((await owner.call<Listed>(`GET /events?customer=${customer}&from=2026-03-01&to=2026-03-01&limit=200`)).body.rows).toHaveLength(9);
  expect((await owner.call<Listed>(`GET /events?customer=${customer}&from=2026-03-02`)).body.rows).toEqual([]);
  expect(await owner.call('GET /events?cursor=nonsense')).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
});
