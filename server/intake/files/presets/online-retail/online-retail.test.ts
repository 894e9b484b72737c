import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAll, recordsOf, sumOf } from '../../fixtures/read-all.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const real = fileURLToPath(new URL('../../../../../../shared/data/online_retail', import.meta.url));

test('[INT-11] online-retail: invoices to orders and returns, each line for what it is', async () => {
  const result = await readAll(fixtures, 'online-retail');
  const orders = recordsOf(result, 'order').toSorted((a, b) => a.externalId.localeCompare(b.externalId));
  const returns = recordsOf(result, 'return');
  expect(orders.map(({ externalId, lines, buyer }) => [externalId, lines.map(({ kind = 'goods' }) => kind), buyer?.externalId])).toEqual([
    ['536365', ['goods', 'delivery', 'goods'], '17850'],
    ['536366', ['goods'], undefined],
    ['536414', ['goods'], undefined],
    ['537032', ['adjustment'], undefined],
    ['A563186', ['adjustment'], undefined],
  ]);
  expect(orders[0]?.placedAt).toBe('2010-12-01T08:26:00.000Z');
  expect(orders[1]?.lines[0]).toMatchObject({ quantity: 3, price: 33, total: 100 });
  expect(orders[2]?.lines[0]).toMatchObject({ name: '22139', total: 0 });
  expect(returns).toMatchObject([{ externalId: 'C536379', buyer: { externalId: '14527' }, lines: [{ quantity: 1, total: 2750 }] }]);
  expect(sumOf([...orders, ...returns])).toBe(1530 + 1800 + 100 + 2034 - 2750 - 1_106_206);
  expect(result.bad).toMatchObject([{ line: 10, column: 'Quantity', reason: 'not_a_number' }]);
});

describe.skipIf(!existsSync(real))('with the real data', () => {
  test('[INT-11] online-retail: 541,909 lines, 25,900 invoices, 4,372 customers, 9,747,747.93', async () => {
    const result = await readAll(real, 'online-retail');
    const invoices = result.records.filter((record) => record.kind === 'order' || record.kind === 'return');
    const lines = invoices.reduce((count, invoice) => count + invoice.lines.length, 0);
    const customers = new Set(invoices.flatMap(({ buyer }) => buyer?.externalId ?? []));
    expect([result.rows, lines, result.bad.length]).toEqual([541_909, 541_909, 0]);
    expect([invoices.length, new Set(invoices.map(({ externalId }) => externalId)).size, customers.size]).toEqual([25_900, 25_900, 4_372]);
    expect(invoices.filter(({ kind }) => kind === 'return')).toHaveLength(3_836);
    expect(sumOf(invoices)).toBe(974_774_793);
  });
});
