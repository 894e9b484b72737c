import { expect, test } from 'vitest';
import { normalizeEmail, normalizePhone } from './contacts.ts';

test.each([
  ['8 (912) 345-67-89', 'RU', '+79123456789'],
  ['79123456789', 'RU', '+79123456789'],
  ['067 123 45 67', 'UA', '+380671234567'],
  ['380671234567', 'RU', '+380671234567'],
  ['+375 29 123-45-67', 'RU', '+375291234567'],
  ['0671234567', 'RU', null],
  ['12345', 'RU', null],
  ['нет', 'RU', null],
])('[CUS-2] the phone %s of a shop in %s is %s', (written, country, expected) => {
  expect(normalizePhone(written, country)).toBe(expected);
});

test('[CUS-2] a mailbox is one in any case, and what cannot be one is none', () => {
  expect(['  Anna@Example.COM ', 'anna@example', 'a b@c.de'].map(normalizeEmail)).toEqual(['anna@example.com', null, null]);
});
