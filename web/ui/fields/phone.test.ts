/** Phones are read from the ways people write them and shown by the masks of requirements 5.4. */
import { expect, test } from 'vitest';
import { formatPhone, phoneToE164 } from './phone.ts';

test('[5.4] reads national ways of writing a number', () => {
  expect(phoneToE164('8 (916) 123-45-67', 'RU')).toBe('+79161234567');
  expect(phoneToE164('067 123 45 67', 'UA')).toBe('+380671234567');
  expect(phoneToE164('80 29 123-45-67', 'BY')).toBe('+375291234567');
  expect(phoneToE164('+44 20 7946 0958', 'RU')).toBe('+442079460958');
  expect(phoneToE164('12-34', 'RU')).toBeNull();
});

test('[5.4] shows numbers by the masks of their countries', () => {
  expect(formatPhone('+79161234567')).toBe('+7 (916) 123-45-67');
  expect(formatPhone('+380671234567')).toBe('+380 (67) 123-45-67');
  expect(formatPhone('+375291234567')).toBe('+375 (29) 123-45-67');
  expect(formatPhone('+442079460958')).toBe('+442079460958');
});
