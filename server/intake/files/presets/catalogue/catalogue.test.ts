import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAll, recordsOf } from '../../fixtures/read-all.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const real = fileURLToPath(new URL('../../../../../../shared/data/icml_feed', import.meta.url));

test('[INT-11] yml: offers to products, in windows-1251, with old entities and two ways to give a name', async () => {
  const result = await readAll(join(fixtures, 'shop-yml-windows-1251.xml'), 'yml');
  expect(recordsOf(result, 'product')).toMatchObject([
    {
      externalId: 'L1',
      sku: 'ZR-100',
      name: 'Лампа\u00a0«Заря»',
      category: ['Дом', 'Лампы & свечи'],
      currency: 'RUB',
      price: 199_050,
      oldPrice: 249_000,
      attributes: { Мощность: '40 Вт' },
      stock: { main: 16 },
      active: true,
      changedAt: '2026-11-22T07:00:00.000Z',
    },
    { externalId: 'K1', name: 'Чайник Пар К-2', active: false },
  ]);
  expect(result.bad.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [9, 'price', 'not_a_number'],
    [10, 'id', 'missing'],
  ]);
});

test('[INT-11] icml: variants share a group, the most particular category counts', async () => {
  const products = recordsOf(await readAll(join(fixtures, 'shop-icml.xml'), 'icml'), 'product');
  expect(products).toMatchObject([
    {
      externalId: '115',
      sku: '789789',
      groupId: '43',
      category: ['Мебель', 'Стеллажи'],
      price: 1_400_000,
      cost: 1_320_000,
      stock: { main: 16 },
      active: true,
    },
    { externalId: '200', price: 99_000, stock: { main: 0 }, active: false },
  ]);
});

describe.skipIf(!existsSync(real))('with the real data', () => {
  test('[INT-11] icml: 243 offers of 70 products, 69 of them sold out, prices sum to 84,346', async () => {
    const products = recordsOf(await readAll(real, 'icml'), 'product');
    expect([products.length, new Set(products.map(({ groupId }) => groupId)).size]).toEqual([243, 70]);
    expect(products.filter(({ stock }) => stock?.main === 0)).toHaveLength(69);
    expect(products.reduce((sum, { price }) => sum + (price ?? 0), 0)).toBe(8_434_600);
  });
});
