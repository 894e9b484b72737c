import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAll, recordsOf, sumOf } from '../../fixtures/read-all.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const real = fileURLToPath(new URL('../../../../../../shared/data/olist', import.meta.url));

test('[INT-11] olist: joins the tables of a folder, and a bad row costs nothing but itself', async () => {
  const result = await readAll(fixtures, 'olist');
  const orders = recordsOf(result, 'order');
  expect(result.ignored).toEqual(['olist_order_payments_full.csv']);
  expect(orders.map(({ externalId }) => externalId).toSorted()).toEqual(['o1', 'o2', 'o3']);
  expect([sumOf(orders, 'goods'), sumOf(orders, 'delivery')]).toEqual([21990, 2800]);
  expect(orders.find(({ externalId }) => externalId === 'o1')).toMatchObject({
    placedAt: '2018-01-10T12:00:00.000Z',
    statusGroup: 'done',
    currency: 'BRL',
    buyer: { externalId: 'person-a', city: 'sao paulo', region: 'SP', postcode: '01310', country: 'BR' },
    payments: [
      { method: 'credit_card', amount: 20000 },
      { method: 'voucher', amount: 2050 },
    ],
  });
  expect(result.bad.map(({ file, line, column, reason }) => `${file}:${line} ${column} ${reason}`).toSorted()).toEqual([
    'olist_order_items_dataset.csv:5 order_id no_order',
    'olist_order_items_dataset.csv:6 price not_a_number',
    'olist_order_reviews_dataset.csv:5 review_score not_a_rating',
    'olist_orders_dataset.csv:5 order_purchase_timestamp not_a_date',
  ]);
});

test('[INT-11] olist: one review id of two orders makes two reviews, products are named by category', async () => {
  const result = await readAll(fixtures, 'olist');
  const reviews = recordsOf(result, 'review').toSorted((a, b) => a.externalId.localeCompare(b.externalId));
  expect(reviews.map(({ externalId, text, customerExternalId }) => [externalId, text, customerExternalId])).toEqual([
    ['r1:o1', 'first line\nsecond line', 'person-a'],
    ['r1:o2', undefined, 'person-a'],
  ]);
  expect(recordsOf(result, 'product').map(({ name, category }) => [name, category])).toEqual([
    ['perfumery p1', ['perfumery']],
    ['product p2', undefined],
  ]);
  expect(result.rows).toBe(result.expectedRows);
});

describe.skipIf(!existsSync(real))('with the real data', () => {
  test('[INT-11] olist: every order, buyer, line, payment and review of the folder, sums equal to the files', async () => {
    const result = await readAll(real, 'olist');
    const orders = result.records.filter((record) => record.kind === 'order');
    const reviews = result.records.filter((record) => record.kind === 'review');
    const goods = orders.flatMap(({ lines }) => lines.filter(({ kind }) => kind === undefined));
    const payments = orders.flatMap((order) => order.payments ?? []);
    expect([orders.length, new Set(orders.map(({ buyer }) => buyer?.externalId)).size]).toEqual([18_405, 18_280]);
    expect([goods.length, payments.length]).toEqual([20_889, 19_270]);
    expect([reviews.length, new Set(reviews.map(({ externalId }) => externalId)).size]).toEqual([18_342, 18_342]);
    expect([sumOf(orders, 'goods'), sumOf(orders, 'delivery')]).toEqual([249_431_152, 41_591_048]);
    expect(payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(294_342_087);
    expect(result.bad).toEqual([]);
  });
});
