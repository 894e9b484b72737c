import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAll, recordsOf, sumOf } from '../../fixtures/read-all.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

test('[INT-11] ozon-orders: one posting is one order, whatever it holds', async () => {
  const result = await readAll(join(fixtures, 'fbs.csv'), 'ozon-orders');
  const orders = recordsOf(result, 'order');
  expect(orders.map(({ externalId, number, statusGroup }) => [externalId, number, statusGroup])).toEqual([
    ['33012345-0101-1', '33012345-0101', 'done'],
    ['44099999-0002-1', '44099999-0002', 'cancelled'],
  ]);
  expect(orders[0]).toMatchObject({
    placedAt: '2026-11-20T06:15:00.000Z',
    lines: [
      { name: 'Кружка "Заря"; 300 мл', productExternalId: '1234567890', sku: 'CUP-1', quantity: 2, price: 99000, total: 198000 },
      { sku: 'POT-2', quantity: 1, total: 200000 },
    ],
    delivery: { region: 'Урал', warehouse: 'Москва', shippedAt: '2026-11-21T08:20:00.000Z', deliveredAt: '2026-11-24T15:05:00.000Z' },
  });
  expect(orders[0]?.buyer).toBeUndefined();
  expect(sumOf(orders)).toBe(398_000 + 55_050);
  expect(result.bad).toMatchObject([{ line: 5, column: 'Ваша цена', reason: 'not_a_number' }]);
});

test('[INT-11] ozon-orders: reads the older column names, in windows-1251 with decimal commas', async () => {
  const orders = recordsOf(await readAll(join(fixtures, 'fbo-2023-windows-1251.csv'), 'ozon-orders'), 'order');
  expect(orders).toMatchObject([
    {
      externalId: '12312312-0001-1',
      placedAt: '2023-03-05T07:11:00.000Z',
      statusGroup: 'delivery',
      lines: [{ name: 'Ёлка искусственная', total: 129_990 }],
    },
  ]);
});
