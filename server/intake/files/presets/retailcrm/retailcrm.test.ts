import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAll, recordsOf, sumOf } from '../../fixtures/read-all.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

test('[INT-11] retailcrm: rows that tell only goods belong to the order above them', async () => {
  const result = await readAll(join(fixtures, 'orders.csv'), 'retailcrm');
  const orders = recordsOf(result, 'order');
  expect(orders[0]).toMatchObject({
    externalId: '1001A',
    placedAt: '2026-11-22T11:32:00.000Z',
    statusGroup: 'done',
    total: 229_000,
    buyer: { name: 'Фёдорова Анна Петровна', phone: '8 (912) 345-67-89', email: 'anna@example.com' },
    payments: [{ method: 'Наличные', amount: 229_000, paidAt: '2026-11-22T21:00:00.000Z' }],
    comment: 'Позвоните\nза час',
  });
  expect(orders[0]?.lines).toEqual([
    { name: 'Курьер', quantity: 1, price: 30_000, total: 30_000, kind: 'delivery' },
    { name: 'Рубашка', quantity: 1, price: 150_000, total: 149_000, discount: 1_000, productExternalId: 'SHIRT-M', sku: 'SHIRT-M' },
    { name: 'Кепка', quantity: 2, price: 25_000, total: 50_000, productExternalId: 'CAP-1', sku: 'CAP-1' },
  ]);
  expect(sumOf(orders)).toBe(orders.reduce((sum, { total }) => sum + (total ?? 0), 0));
  expect(orders[1]).toMatchObject({ externalId: '1002A', statusGroup: 'approval' });
  expect(result.bad).toMatchObject([{ line: 6, column: 'Дата оформления', reason: 'not_a_date' }]);
});

test('[INT-11] retailcrm: customers with sex, birthday and tags', async () => {
  const customers = recordsOf(await readAll(join(fixtures, 'customers.csv'), 'retailcrm'), 'customer');
  expect(customers).toMatchObject([
    {
      externalId: 'ext-1',
      name: 'Фёдорова Анна Петровна',
      sex: 'female',
      birthDate: '1988-02-29',
      tags: ['vip', 'опт'],
      registeredAt: '2025-02-01T07:00:00.000Z',
    },
    { externalId: '+380501234567', name: 'Бойко Ігор', sex: 'male' },
  ]);
});
