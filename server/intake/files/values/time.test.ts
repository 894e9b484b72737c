import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DateOrder, parseDay, parseTime, shownOrder } from './time.ts';
import { timeZone } from './time-zone.ts';

const moscow = timeZone('Europe/Moscow');
const read = (text: string, order?: DateOrder) => parseTime(text, moscow, order);

test.each([
  ['22.11.2026 14:32', '2026-11-22T11:32:00.000Z'],
  ['22.11.2026', '2026-11-21T21:00:00.000Z'],
  ['2026-11-22 14:32:05', '2026-11-22T11:32:05.000Z'],
  ['2026-11-22T14:32:05Z', '2026-11-22T14:32:05.000Z'],
  ['2022-06-22T19:39:07.890182Z', '2022-06-22T19:39:07.890Z'],
  ['2026-11-22T14:32:05+05:00', '2026-11-22T09:32:05.000Z'],
  ['2026-11-22T14:32:05-0330', '2026-11-22T18:02:05.000Z'],
  ['22 ноября 2026 г., 14:32', '2026-11-22T11:32:00.000Z'],
  ['5 трав. 2026', '2026-05-04T21:00:00.000Z'],
  ['25/12/2026 2:05 PM', '2026-12-25T11:05:00.000Z'],
  ['12/25/2026 12:05 am', '2026-12-24T21:05:00.000Z'],
  ['46348.5', '2026-11-22T09:00:00.000Z'],
  ['20261122', '2026-11-21T21:00:00.000Z'],
  ['1795343520', '2026-11-22T10:32:00.000Z'],
  ['2026/11/22 08:00', '2026-11-22T05:00:00.000Z'],
])('[INT-11] reads the time %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each(['', 'вчера', '31.02.2026', '2026-13-01', '22.11', '12', '99/99/2026', '2026-11-22 25:61'])(
  '[INT-11] takes "%s" for no time',
  (text) => {
    expect(read(text)).toBeNull();
  },
);

test('[INT-11] slashes follow the order that the column has shown, points never do', () => {
  expect(read('03/04/2026', 'dmy')).toBe('2026-04-02T21:00:00.000Z');
  expect(read('03/04/2026', 'mdy')).toBe('2026-03-03T21:00:00.000Z');
  expect(read('03.04.2026', 'mdy')).toBe('2026-04-02T21:00:00.000Z');
  expect([shownOrder('13/04/2026'), shownOrder('04/13/2026'), shownOrder('04/05/2026')]).toEqual(['dmy', 'mdy', null]);
});

test('[INT-11] a birthday is a day and has no time zone', () => {
  expect([parseDay('29.02.1988'), parseDay('1988-02-29T00:00:00'), parseDay('2/29/1988', 'mdy')]).toEqual([
    '1988-02-29',
    '1988-02-29',
    '1988-02-29',
  ]);
});

test('[INT-11] any instant written as wall clock of any zone comes back, but for the hour that a clock change doubles', () => {
  const zones = fc.constantFrom('Europe/Moscow', 'Europe/London', 'America/Sao_Paulo', 'Asia/Almaty', 'Europe/Kyiv', 'Pacific/Auckland');
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000, max: 1_900_000_000 }), zones, (seconds, name) => {
      const text = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' }).format(seconds * 1000);
      const back = Date.parse(parseTime(text, timeZone(name)) ?? '') / 1000;
      expect([0, 3600, 1800]).toContain(Math.abs(back - seconds));
      const doubled = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' }).format(back * 1000);
      expect(doubled).toBe(text);
    }),
    { numRuns: 300 },
  );
});
