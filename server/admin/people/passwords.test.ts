import { expect, test } from 'vitest';
import { hashPassword, isGuessable, requireGoodPassword, verifyPassword } from './passwords.ts';

test('[SEC-1] a password opens its own hash only, and two hashes of it differ', async () => {
  const [one, two] = await Promise.all([hashPassword('грибная лестница'), hashPassword('грибная лестница')]);
  expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword('грибная лестница', one)).toBe(true);
  expect(await verifyPassword('грибная лестницы', one)).toBe(false);
});

test('[SEC-1] nobody’s hash opens with nothing', async () => {
  expect(await verifyPassword('', null)).toBe(false);
  expect(await verifyPassword('грибная лестница', null)).toBe(false);
});

test('[SEC-1] one letter typed in two ways is one password', async () => {
  const hash = await hashPassword('мой чай'.normalize('NFD'));
  expect(await verifyPassword('мой чай'.normalize('NFC'), hash)).toBe(true);
});

test.each([
  'password12',
  'Password2026!',
  'P@ssw0rd!!',
  'qwertyuiop',
  'qwerty1234',
  'qwertyqwerty',
  '1qaz2wsx3edc',
  '1234567890',
  '20261122104',
  'aaaaaaaaaaaa',
  'ghbdtnghbdtn',
  'йцукенгшщз',
  'пароль12345',
  'iloveyou123',
  'administrator1',
])('[SEC-1] %s is refused as one of the first to be guessed', (password) => {
  expect(isGuessable(password)).toBe(true);
});

test.each(['mushroom ladder 40', 'грибная лестница', 'K7#pw-Zq2v!x', 'correct horse battery'])('[SEC-1] %s is taken', (password) => {
  expect(isGuessable(password)).toBe(false);
});

test('[SEC-1] one’s own name, address or company with digits is refused at its field', () => {
  const own = ['anna.petrova@lavka.example', 'Анна Петрова', 'Лавка на углу'];
  for (const password of ['petrova1990', 'лавка20262026', 'Петрова!!!!!']) {
    expect(() => requireGoodPassword(password, own, 'next')).toThrow(
      expect.objectContaining({ fields: [{ field: 'next', code: 'people:password-too-common' }] }),
    );
  }
});
