import { describe, expect, test } from 'vitest';
import type { OrderRecord } from '../../../contract/records.ts';
import { bornAt, demoEnd, only, readDemo } from './small-shop.ts';

const told = readDemo({ scale: 0.2 });
const orders = only(told, 'order');
const day = 86_400_000;

function ordersOfMonth(list: readonly OrderRecord[], month: string): number {
  return list.filter(({ placedAt }) => placedAt.slice(5, 7) === month).length;
}

test.each(['2026-01-20T12:00:00Z', '2026-05-31T20:30:00Z', '2026-08-08T08:00:00Z', '2027-02-28T23:59:00Z'])(
  '[ANL-6] December is well above February in a shop that ends on %s',
  (end) => {
    const list = only(readDemo({ until: new Date(end), events: false, scale: 0.1 }), 'order');
    const perDay = (month: string, days: number) => ordersOfMonth(list, month) / days;
    expect(perDay('12', 31)).toBeGreaterThan(perDay('02', 28) * 1.15);
  },
);

test('[ANL-6] the week and the sales show', () => {
  const byDay = new Map<string, number>();
  for (const { placedAt } of orders) byDay.set(placedAt.slice(0, 10), (byDay.get(placedAt.slice(0, 10)) ?? 0) + 1);
  const average = (dates: readonly string[]) => dates.reduce((sum, date) => sum + (byDay.get(date) ?? 0), 0) / dates.length;
  const singlesDay = ['2025-11-10', '2025-11-11', '2025-11-12'];
  expect(average(singlesDay)).toBeGreaterThan(average(['2025-11-04', '2025-11-05', '2025-11-06', '2025-11-14', '2025-11-15']) * 1.3);
});

test('[CLV-6] fewer and fewer of a cohort come back, month after month', () => {
  const visits = new Map<string, number[]>();
  for (const order of only(told, 'order', 'demo-ozon')) {
    const buyer = order.buyer?.externalId ?? '';
    visits.set(buyer, [...(visits.get(buyer) ?? []), bornAt(order)]);
  }
  const old = [...visits.values()].filter(([first = 0]) => first < demoEnd.getTime() - 240 * day);
  const share = (from: number, to: number) =>
    old.filter(([first = 0, ...later]) => later.some((at) => at > first + from * day && at <= first + to * day)).length / old.length;
  const curve = [share(0, 45), share(90, 135), share(180, 225)];
  expect(curve[0]).toBeGreaterThan((curve[1] ?? 0) * 1.15);
  expect(curve[1]).toBeGreaterThan(curve[2] ?? 0);
  expect(curve[2]).toBeGreaterThan(0.02);
});

test('[CLV-2] some people buy far more often than others', () => {
  const counts = new Map<string, number>();
  for (const { buyer } of only(told, 'order', 'demo-shop')) counts.set(buyer?.phone ?? '', (counts.get(buyer?.phone ?? '') ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const share = sorted.slice(0, sorted.length / 10).reduce((sum, count) => sum + count, 0) / sorted.reduce((sum, count) => sum + count, 0);
  expect(share).toBeGreaterThan(0.3);
  expect(sorted.filter((count) => count === 1).length / sorted.length).toBeGreaterThan(0.5);
});

test('[FOR-1] nothing is ordered from a warehouse while it is out of it', () => {
  const out = new Map<string, boolean>();
  const skuOf = new Map(only(told, 'product').map(({ externalId, sku }) => [externalId, sku]));
  const timed = told.map(({ record }) => record).filter((record) => record.kind === 'stock' || record.kind === 'order');
  const inTime = timed.sort((a, b) => bornAt(a) - bornAt(b) || (a.kind === b.kind ? 0 : a.kind === 'order' ? -1 : 1));
  const wrong = inTime.flatMap((record) => {
    if (record.kind === 'order') return record.lines.filter((line) => out.get(`${record.delivery?.warehouse} ${line.sku}`));
    out.set(`${record.warehouse} ${skuOf.get(record.productExternalId)}`, record.quantity === 0);
    return [];
  });
  expect(wrong).toEqual([]);
  const outs = only(told, 'stock').filter(({ quantity }) => quantity === 0).length;
  expect(outs).toBeGreaterThan(300);
});

test('[REC-3] what goes together is bought together: teapots with cups far more often than by chance', () => {
  const baskets = only(told, 'order', 'demo-shop').map(({ lines }) => lines.map(({ sku = '' }) => sku.slice(0, 3)));
  const share = (...codes: string[]) => baskets.filter((basket) => codes.every((code) => basket.includes(code))).length / baskets.length;
  expect(share('TPT', 'CUP') / (share('TPT') * share('CUP'))).toBeGreaterThan(2);
  expect(share('GRD', 'CZV') / (share('GRD') * share('CZV'))).toBeGreaterThan(3);
});

describe('things that go wrong', () => {
  test('[REQ-6] the waffle dressing gown comes back because it is small', () => {
    const delivered = orders.filter(({ statusGroup }) => statusGroup === 'done').flatMap(({ lines }) => lines);
    const sold = delivered.filter(({ sku }) => sku?.startsWith('ROB-02')).length;
    const small = only(told, 'return').filter(
      ({ reason, lines }) => reason === 'Маломерит' && lines.some(({ sku }) => sku?.startsWith('ROB-02')),
    );
    expect(sold).toBeGreaterThan(30);
    expect(small.length / sold).toBeGreaterThan(0.2);
  });

  test('[FBK-2] stars follow the reasons of returns, and some reviews wait for an answer', () => {
    const reviews = only(told, 'review');
    const average = (list: typeof reviews) => list.reduce((sum, { rating = 0 }) => sum + rating, 0) / list.length;
    const broken = reviews.filter(({ text }) => text?.includes('разбит'));
    expect(average(reviews)).toBeGreaterThan(4.2);
    expect(average(broken)).toBeLessThan(2.1);
    expect(reviews.filter(({ answer }) => !answer).length).toBeGreaterThan(reviews.length * 0.3);
  });

  test('[RAT-8] parcels paid on delivery are left at the counter more often far away', () => {
    const onDelivery = only(readDemo({ scale: 0.6, events: false }), 'order', 'demo-shop').filter(({ history }) =>
      history?.some(({ status }) => status === 'awaiting-call'),
    );
    const refused = (place: RegExp) => {
      const there = onDelivery.filter(({ delivery }) => place.test(delivery?.region ?? ''));
      return there.filter(({ status }) => status === 'refused').length / there.length;
    };
    expect(refused(/Приморский|Хабаровский|Иркутская|Бурятия|Якутия|Сахалинская/)).toBeGreaterThan(2 * refused(/Москва|Московская/));
  });
});

test('[ANL-4] today looks like a day of this season, and its orders are under way', () => {
  const perDay = (from: number, to: number) =>
    orders.filter((order) => bornAt(order) > demoEnd.getTime() - from * day && bornAt(order) <= demoEnd.getTime() - to * day).length /
    (from - to);
  expect(perDay(1, 0) / perDay(29, 1)).toBeGreaterThan(0.6);
  expect(perDay(1, 0) / perDay(29, 1)).toBeLessThan(1.6);
  const open = orders.filter(({ statusGroup }) => statusGroup !== 'done' && statusGroup !== 'cancelled');
  expect(new Set(open.map(({ statusGroup }) => statusGroup))).toEqual(new Set(['new', 'approval', 'assembly', 'delivery']));
  expect(open.filter((order) => bornAt(order) < demoEnd.getTime() - 40 * day)).toEqual([]);
});

test('[COL-3] purchases on the site are the orders of the site', () => {
  const events = only(told, 'event');
  const bought = events.filter(({ type }) => type === 'purchase');
  const retail = only(told, 'order', 'demo-shop').filter(({ fields }) => !fields?.legal);
  expect(bought.map(({ properties, amount }) => [properties?.order, amount]).sort()).toEqual(
    retail.map(({ externalId, total }) => [externalId, total]).sort(),
  );
  expect(new Set(events.map(({ type }) => type)).size).toBe(8);
  expect(events.filter(({ customerExternalId }) => customerExternalId).length / events.length).toBeGreaterThan(0.15);
});
