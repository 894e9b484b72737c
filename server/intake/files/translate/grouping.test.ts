import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColumnMapping } from '../../../../contract/imports.ts';
import { digestOf, readAll, recordsOf, withFiles } from '../fixtures/read-all.ts';

const mapping: ColumnMapping = {
  kind: 'order',
  columns: { externalId: 'order', placedAt: 'date', productName: 'product', quantity: 'qty', price: 'price' },
};

const header = 'order,date,product,qty,price';
const row = (order: number, line: number) => `n${order},2026-11-22,p${line},${line},1.10`;

async function readRows(rows: readonly string[]) {
  return withFiles({ 'orders.csv': [header, ...rows].join('\n') }, (folder) => readAll(join(folder, 'orders.csv'), 'table', mapping));
}

test('[INT-11] the rows of an order make one order however far apart they stand', async () => {
  const order = fc.record({ lines: fc.integer({ min: 1, max: 4 }), far: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 40 }), async (orders) => {
      const near = orders.flatMap(({ lines, far }, id) => Array.from({ length: far ? 1 : lines }, (_, line) => row(id, line + 1)));
      const filler = Array.from({ length: 3_000 }, (_, i) => row(10_000 + i, 1));
      const late = orders.flatMap(({ lines, far }, id) => Array.from({ length: far ? lines - 1 : 0 }, (_, line) => row(id, line + 2)));
      const result = await readRows([...near, ...filler, ...late]);
      const found = new Map(recordsOf(result, 'order').map((record) => [record.externalId, record.lines.map(({ name }) => name)]));
      expect(result.records).toHaveLength(orders.length + filler.length);
      for (const [id, { lines }] of orders.entries())
        expect(found.get(`n${id}`)).toEqual(Array.from({ length: lines }, (_, line) => `p${line + 1}`));
    }),
    { numRuns: 15 },
  );
});

test('[INT-11] a file in any order of rows makes the same orders', async () => {
  const rows = Array.from({ length: 6_000 }, (_, i) => row(i % 2_000, Math.floor(i / 2_000) + 1));
  const sorted = await readRows(rows.toSorted());
  const scattered = await readRows(rows);
  expect(scattered.records).toHaveLength(2_000);
  expect(digestOf(scattered.records)).toBe(digestOf(sorted.records));
});

test('[INT-11] an order of more lines than can be is cut, and the rest is reported', async () => {
  const result = await readRows(Array.from({ length: 5_003 }, () => row(1, 1)));
  expect(recordsOf(result, 'order')[0]?.lines).toHaveLength(5_000);
  expect(result.bad.map(({ line, reason }) => [line, reason])).toEqual([
    [5002, 'too_many_lines'],
    [5003, 'too_many_lines'],
    [5004, 'too_many_lines'],
  ]);
});
