import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SavedView } from '../../../contract/views.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';

const platform = await openTestPlatform();
let door: Door;
let owner: Visitor;
let operator: Visitor;

beforeAll(async () => {
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  operator = await door.join(owner, 'operator');
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const view = { list: 'orders', name: 'Горит', search: { statusGroup: ['new', 'approval'], sort: 'placedAt' } };

const names = async (visitor: Visitor, list = 'orders') =>
  (await visitor.call<SavedView[]>(`GET /views?list=${list}`)).body.map(({ name, isOwn }) => [name, isOwn]);

test('[CUS-7] a view is one’s own until it is shared; a shared one is changed by its owner or by those who may change settings', async () => {
  const { status, body } = await operator.call<SavedView>('POST /views', view);
  expect(status).toBe(201);
  expect(body).toEqual({
    ...view,
    id: expect.any(Number),
    isShared: false,
    columns: null,
    position: 1,
    isOwn: true,
    ownerName: 'Test operator',
  });
  expect(await names(operator)).toEqual([['Горит', true]]);
  expect(await names(operator, 'customers')).toEqual([]);
  expect(await names(owner)).toEqual([]);
  expect(await owner.call(`PATCH /views/${body.id}`, { name: 'Моё' })).toMatchObject({ status: 404 });

  await operator.call(`PATCH /views/${body.id}`, { isShared: true, columns: ['number', 'total'] });
  expect(await names(owner)).toEqual([['Горит', false]]);
  expect(await owner.call(`PATCH /views/${body.id}`, { name: 'Срочно' })).toMatchObject({
    status: 200,
    body: { name: 'Срочно', isOwn: false, columns: ['number', 'total'] },
  });
  const marketer = await door.join(owner, 'marketer');
  expect(await marketer.call(`DELETE /views/${body.id}`)).toMatchObject({ status: 403, body: { code: 'views:not-yours' } });
  expect(await operator.call(`DELETE /views/${body.id}`)).toMatchObject({ status: 204 });
  expect(await names(owner)).toEqual([]);
  const log = await owner.call<{ rows: { action: string }[] }>('GET /audit?action=views.');
  expect(log.body.rows.map(({ action }) => action)).toEqual(['views.dropped', 'views.changed', 'views.changed', 'views.saved']);
});

test('[CUS-7] views stand in the order they were put in', async () => {
  const ids: number[] = [];
  for (const name of ['a', 'b', 'c']) ids.push((await owner.call<SavedView>('POST /views', { ...view, list: 'products', name })).body.id);
  await owner.call(`PATCH /views/${ids[2]}`, { position: 0 });
  expect(await names(owner, 'products')).toEqual([
    ['c', true],
    ['a', true],
    ['b', true],
  ]);
});
