/** Passwords: scrypt at rest, and refusal of those that are guessed first. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../platform/http/problem.ts';
import { commonWords } from './common-passwords.ts';

/** 32 MB and about 0.2 s a try; the figures travel with each hash, so they can be raised later. */
const cost = { log2N: 15, r: 8, p: 3 };
const hashBytes = 32;

/** @returns `scrypt$<log2 N>$<r>$<p>$<salt>$<hash>` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost, hashBytes);
  return ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes as long for a person who does not exist (null) as for one who does, so that time tells nobody who has an account. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, log2N, r, p, salt = '', hash = ''] = (stored ?? nobodysHash).split('$');
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(
    password,
    Buffer.from(salt, 'base64url'),
    { log2N: Number(log2N), r: Number(r), p: Number(p) },
    expected.length,
  );
  return timingSafeEqual(actual, expected) && stored !== null;
}

const nobodysHash = ['scrypt', cost.log2N, cost.r, cost.p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

function derive(password: string, salt: Buffer, { log2N, r, p }: typeof cost, length: number): Promise<Buffer> {
  // One spelling of the same letters: й typed on a phone and on a computer may differ in code points.
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, length, { N: 2 ** log2N, r, p, maxmem: 64 * 2 ** 20 }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/**
 * @param own words the password may not be made of: name, e-mail, company
 * @throws Problem `invalid` at `field`
 */
export function requireGoodPassword(password: string, own: readonly string[], field: string): void {
  if (isGuessable(password, own)) throw new Problem('invalid', { fields: [{ field, code: 'people:password-too-common' }] });
}

/** A common word or one's own name with digits and signs around it, one pattern repeated, digits alone. */
export function isGuessable(password: string, own: readonly string[] = []): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  if (new Set(lower).size < 5) return true;
  if (/^\d+$/.test(lower) && lower.length < 16) return true;
  const cores = [lower, coreOf(lower)].flatMap((text) => [text, plainLetters(text), coreOf(plainLetters(text))]);
  const ownCores = own.flatMap((text) => text.toLowerCase().split(/[@.\s]+/)).filter((text) => text.length >= 4);
  return cores.some((core) => isWeakWord(core, ownCores));
}

function isWeakWord(core: string, own: readonly string[]): boolean {
  const once = unrepeated(core);
  return commonWords.has(once) || own.includes(once) || keyboardRows.some((row) => row.includes(once));
}

const lookalikes: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', '3': 'e', '1': 'i', '!': 'i', $: 's', '5': 's', '7': 't' };

const plainLetters = (text: string) => text.replace(/[@4031!$57]/g, (sign) => lookalikes[sign] ?? sign);

/** What is left without digits and signs at the ends: `password2026!` is `password`. */
const coreOf = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** `qwertyqwerty` is `qwerty`. */
const unrepeated = (text: string) => /^(.+?)\1+$/.exec(text)?.[1] ?? text;

const rows = [
  '1234567890-=',
  "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'йцукенгшщзхїфівапролджєячсмитьбю',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
];

const keyboardRows = rows.flatMap((row) => [row, [...row].reverse().join('')]);
