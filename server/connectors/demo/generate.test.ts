import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalRecord, type OrderLine } from '../../../contract/records.ts';
import { generateDemo } from './generate.ts';
import { bornAt, demoEnd, only, readDemo } from './small-shop.ts';

const told = readDemo();
const orders = only(told, 'order');

function digestOf(seed: number): string {
  const hash = createHash('sha256');
  for (const batch of generateDemo({ seed, scale: 0.01, until: demoEnd })) hash.update(JSON.stringify(batch));
  return hash.digest('hex');
}

const sum = (amounts: Iterable<number | undefined>) => [...amounts].reduce<number>((total, amount) => total + (amount ?? 0), 0);

describe('a small shop of seed 7', () => {
  test('[TRN-3] has exactly these records', () => {
    const counts = Object.fromEntries(
      (['customer', 'product', 'stock', 'order', 'return', 'review', 'event'] as const).map((kind) => [kind, only(told, kind).length]),
    );
    expect(counts).toEqual({ customer: 383, product: 8_027, stock: 12_038, order: 2_383, return: 91, review: 479, event: 19_748 });
  });

  test('[TRN-3] [COL-2] sells and takes back exactly this much money', () => {
    const returned = only(told, 'return').flatMap(({ lines }) => lines);
    expect({
      sold: sum(orders.map(({ total }) => total)),
      cancelled: sum(orders.filter(({ statusGroup }) => statusGroup === 'cancelled').map(({ total }) => total)),
      discounts: sum(orders.flatMap(({ lines }) => lines.map(({ discount }) => discount))),
      paid: sum(orders.flatMap(({ payments = [] }) => payments.filter(({ paidAt }) => paidAt).map(({ amount }) => amount))),
      returned: sum(returned.map(({ total }) => total)),
    }).toEqual({ sold: 516_280_121, cancelled: 48_478_339, discounts: 17_928_979, paid: 380_510_594, returned: 21_056_886 });
  });
});

test('[TRN-3] the same seed and end give the same bytes, another seed gives others', () => {
  const first = digestOf(3);
  expect(digestOf(3)).toBe(first);
  expect(digestOf(4)).not.toBe(first);
});

test('[COL-2] every record is canonical', () => {
  const wrong = told.map(({ record }) => canonicalRecord.safeParse(record)).filter(({ success }) => !success);
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('[COL-2] lines are price times quantity less discount, and sum to the order', () => {
  const isRight = ({ price, quantity, discount = 0, total }: OrderLine) => price * quantity - discount === total && discount >= 0;
  expect(orders.filter(({ lines }) => !lines.every(isRight))).toEqual([]);
  expect(orders.filter(({ lines, total }) => sum(lines.map((line) => line.total)) !== total)).toEqual([]);
});

test('[COL-2] never more comes back than was sold, at the price that was paid', () => {
  const sold = new Map(orders.flatMap((order) => order.lines.map((line) => [`${order.externalId}/${line.externalId}`, line] as const)));
  for (const { orderExternalId, lines } of only(told, 'return')) {
    for (const line of lines) {
      const original = sold.get(`${orderExternalId}/${line.externalId}`);
      expect(original?.sku).toBe(line.sku);
      expect(line.quantity).toBeLessThanOrEqual(original?.quantity ?? 0);
      expect(line.total).toBe(Math.round(((original?.total ?? 0) * line.quantity) / (original?.quantity ?? 1)));
    }
  }
});

test('[SYN-7] no two records of a kind share a key in a channel, new versions of goods and levels apart', () => {
  for (const kind of ['customer', 'order', 'return', 'review', 'event'] as const) {
    const keys = told
      .filter(({ record }) => record.kind === kind)
      .map(({ channel, record }) => `${channel} ${'externalId' in record && record.externalId}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('[TRN-3] records of a channel come in order of time, and none is later than the end', () => {
  const latest = new Map<string, number>();
  for (const { channel, record } of told) {
    const born = bornAt(record);
    expect(born).toBeGreaterThanOrEqual(latest.get(channel) ?? 0);
    expect(born).toBeLessThanOrEqual(demoEnd.getTime());
    latest.set(channel, born);
  }
  expect(Math.min(...orders.map(bornAt))).toBeGreaterThan(demoEnd.getTime() - 366 * 86_400_000);
});

test('[SYN-11] batches say how far they are and are never large', () => {
  const batches = [...generateDemo({ seed: 7, scale: 0.05, until: demoEnd })].map(({ done, records }) => ({ done, size: records.length }));
  expect(batches.every(({ size }) => size > 0 && size <= 1_000)).toBe(true);
  expect(batches.map(({ done }) => done)).toEqual(batches.map(({ done }) => done).sort((a, b) => a - b));
  expect(batches.at(-1)?.done).toBe(1);
});

test('[TRN-3] without events the rest stays as it is', () => {
  const quiet = readDemo({ events: false });
  expect(only(quiet, 'event')).toEqual([]);
  for (const channel of ['demo-ozon', 'demo-wildberries', 'demo-shop'])
    expect(only(quiet, 'order', channel)).toEqual(only(told, 'order', channel));
});

test('[TRN-3] an end that is no date is refused', () => {
  expect(() => [...generateDemo({ until: new Date('never') })]).toThrow('The demo needs a valid end date');
});
