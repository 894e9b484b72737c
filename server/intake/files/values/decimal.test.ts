import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal, shownMark } from './decimal.ts';
import { lineTotal, toMinor } from './money.ts';

const minor = (text: string, mark: ',' | '.' | null = null) => {
  const value = parseDecimal(text, mark);
  return value && toMinor(value);
};

test.each([
  ['1 234 567,89 ₽', 123456789],
  ['1\u00a0234\u202f567,89\u00a0₽', 123456789],
  ['(1,234.50)', -123450],
  ['−12,5', -1250],
  ['R$ 1.234,56', 123456],
  ['1,234', 123400],
  ['1,234,567', 123456700],
  ['1.5', 150],
  ['0,5', 50],
  ['0.001', 0],
  ['0.005', 1],
  ['-0.005', -1],
  ['19.90 грн.', 1990],
  ['$1,000.00', 100000],
  ["1'000.10", 100010],
  ['100 руб.', 10000],
  ['RUB 100', 10000],
  ['-0', 0],
  ['.5', 50],
  ['12345678901.23', 1234567890123],
])('[INT-11] reads the amount %s exactly', (text, expected) => {
  expect(minor(text)).toBe(expected);
});

test.each(['', 'abc', '1.2.3,4', '12-34', '1,23,45', 'SKU12', '1 2a', '99999999999999999999'])(
  '[INT-11] takes "%s" for no number',
  (text) => {
    expect(parseDecimal(text)).toBeNull();
  },
);

test('[INT-11] a lone comma before three digits follows what the file has shown', () => {
  expect(minor('1,234', ',')).toBe(123);
  expect(minor('1,234', '.')).toBe(123400);
  expect([shownMark('1,5'), shownMark('1.50'), shownMark('1,234'), shownMark('1.234,5'), shownMark('17')]).toEqual([
    ',',
    '.',
    null,
    ',',
    null,
  ]);
});

test('[INT-11] every amount written in any usual way comes back to the kopeck', () => {
  const spellings = fc.constantFrom(
    (whole: string, fraction: string) => `${whole}.${fraction}`,
    (whole: string, fraction: string) => `${grouped(whole, ' ')},${fraction} ₽`,
    (whole: string, fraction: string) => `${grouped(whole, '\u00a0')},${fraction}`,
    (whole: string, fraction: string) => `$${grouped(whole, ',')}.${fraction}`,
    (whole: string, fraction: string) => `${grouped(whole, '.')},${fraction} €`,
  );
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), spellings, (amount, spell) => {
      const size = String(Math.abs(amount)).padStart(3, '0');
      const text = (amount < 0 ? '-' : '') + spell(size.slice(0, -2), size.slice(-2));
      expect(minor(text)).toBe(amount);
    }),
  );
});

test('[INT-11] quantity times price is rounded once, half away from zero, whatever the size', () => {
  const decimal = fc.record({ digits: fc.integer({ min: -1e12, max: 1e12 }), scale: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(decimal, decimal, (quantity, price) => {
      const shift = quantity.scale + price.scale - 2;
      const product = BigInt(quantity.digits) * BigInt(price.digits);
      const size = product < 0n ? -product : product;
      const rounded = shift > 0 ? (size * 2n + 10n ** BigInt(shift)) / (2n * 10n ** BigInt(shift)) : size * 10n ** BigInt(-shift);
      const expected = product < 0n ? -rounded : rounded;
      const tooLarge = rounded > BigInt(Number.MAX_SAFE_INTEGER);
      expect(lineTotal(quantity, price)).toBe(tooLarge ? null : Number(expected));
    }),
  );
});

function grouped(whole: string, separator: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, separator);
}
