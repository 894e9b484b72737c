import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StockLevel, StockWarehouse } from '../../../contract/stock.ts';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import { type Door, openDoor, type Visitor } from '../../../tests/rig/visitors.ts';
import { rooms } from '../../app.ts';
import { connectRooms } from '../../house.ts';
import { ingest } from '../../intake/ingest/index.ts';
import { ensureChannel } from '../channels/index.ts';

const platform = await openTestPlatform();
let door: Door;
let owner: Visitor;

beforeAll(async () => {
  connectRooms();
  door = await openDoor(platform, rooms);
  owner = await door.setUp();
  const channel = await ensureChannel(platform.db.db, { code: 'shop', kind: 'web', name: 'Shop' });
  await ingest(platform, channel, [
    { kind: 'product', externalId: 'tea', sku: 'T', name: 'Чай', stock: { north: 7 } },
    { kind: 'stock', productExternalId: 'tea', warehouse: 'south', quantity: 5, reserved: 2 },
    { kind: 'stock', productExternalId: 'cup', warehouse: 'south', quantity: 1, reserved: 1, changedAt: '2026-03-02T00:00:00Z' },
    { kind: 'stock', productExternalId: 'cup', warehouse: 'south', quantity: 9, changedAt: '2026-03-01T00:00:00Z' },
  ]);
});
afterAll(async () => {
  await door.close();
  await platform.close();
});

const list = async (query = '') => (await owner.call<{ rows: StockLevel[]; next: string | null }>(`GET /stock?${query}`)).body;
const brief = (rows: readonly StockLevel[]) => rows.map(({ externalId, warehouse, free }) => [externalId, warehouse.name, free]).toSorted();

test('[INT-5] levels per product and warehouse, less what is reserved; an older report changes nothing', async () => {
  const { rows } = await list();
  expect(brief(rows)).toEqual([
    ['cup', 'south', 0],
    ['tea', 'north', 7],
    ['tea', 'south', 3],
  ]);
  expect(rows.find(({ externalId }) => externalId === 'cup')).toMatchObject({
    productId: null,
    productName: null,
    quantity: 1,
    reserved: 1,
    changedAt: '2026-03-02T00:00:00.000Z',
  });
  expect(brief((await list('inStock=false')).rows)).toEqual([['cup', 'south', 0]]);
  expect(brief((await list('unknown=false')).rows)).toEqual([
    ['tea', 'north', 7],
    ['tea', 'south', 3],
  ]);
  const first = await list('limit=2');
  const second = await list(`limit=2&cursor=${first.next}`);
  expect(brief([...first.rows, ...second.rows])).toEqual(brief(rows));
});

test('[INT-5] a product’s stock is what is free in all warehouses', async () => {
  const { body } = await owner.call<{ rows: { stock: number }[] }>('GET /products?q=T');
  expect(body.rows).toMatchObject([{ name: 'Чай', stock: 10 }]);
});

test('warehouses tell what lies in them and are called as people call them', async () => {
  const { body } = await owner.call<StockWarehouse[]>('GET /stock/warehouses');
  expect(body).toMatchObject([
    { code: 'north', products: 1, quantity: 7, reserved: 0 },
    { code: 'south', products: 2, quantity: 6, reserved: 3 },
  ]);
  const renamed = await owner.call(`PATCH /stock/warehouses/${body[0]?.id}`, { name: 'Северный' });
  expect(renamed).toMatchObject({ status: 200, body: { code: 'north', name: 'Северный' } });
  expect(await owner.call('PATCH /stock/warehouses/999', { name: 'x' })).toMatchObject({ status: 404 });
});
