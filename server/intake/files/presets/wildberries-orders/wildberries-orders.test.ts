import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAll, recordsOf, sumOf } from '../../fixtures/read-all.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const real = fileURLToPath(new URL('../../../../../../shared/data/wildberries_orders', import.meta.url));

test('[INT-11] wildberries-orders: three kinds of answers by their own fields', async () => {
  const result = await readAll(fixtures, 'wildberries-orders');
  expect(recordsOf(result, 'order')).toMatchObject([
    {
      externalId: 'f884001e44e511edb8780242ac120002',
      number: '13833711',
      statusGroup: 'delivery',
      currency: 'BYN',
      total: 101_400,
      lines: [{ productExternalId: '6665956397512', sku: 'one-ring-7548', total: 101_400 }],
    },
    {
      externalId: '11.rf9ef11fce1684117b0nhj96222982382.3.0',
      placedAt: '2026-11-04T15:08:31.000Z',
      statusGroup: 'cancelled',
      lines: [{ price: 188_700, discount: 33_966, total: 154_734 }],
      changedAt: '2026-11-06T07:11:07.000Z',
    },
  ]);
  expect(recordsOf(result, 'order')[0]?.rate).toBeCloseTo(0.27931, 5);
  expect(recordsOf(result, 'stock')).toEqual([{ kind: 'stock', productExternalId: '6665956397512', warehouse: 'Павел', quantity: 4 }]);
  expect(result.bad).toMatchObject([{ file: 'orders-v3.json', column: 'dateCreated', reason: 'not_a_date' }]);
});

describe.skipIf(!existsSync(real))('with the real data', () => {
  test('[INT-11] wildberries-orders: 60 orders, 2 of them in Belarusian roubles, 47 stock lines that know every product', async () => {
    const result = await readAll(real, 'wildberries-orders');
    const orders = recordsOf(result, 'order');
    const products = new Set(recordsOf(result, 'product').map(({ externalId }) => externalId));
    const foreign = orders.filter(({ currency }) => currency === 'BYN');
    expect([orders.length, foreign.length, recordsOf(result, 'stock').length, result.bad.length]).toEqual([60, 2, 47, 0]);
    expect(sumOf(orders.filter(({ currency }) => currency === 'RUB'))).toBe(4_808_400);
    expect(foreign.map(({ total, rate }) => Math.round((total ?? 0) * (rate ?? 0)))).toContain(109_476);
    expect(orders.flatMap(({ lines }) => lines).every(({ productExternalId }) => products.has(productExternalId ?? ''))).toBe(true);
  });
});
