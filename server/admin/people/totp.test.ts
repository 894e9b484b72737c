import { Secret } from 'otpauth';
import { expect, test } from 'vitest';
import { makeRecoveryCodes, makeTotp, matchCode, plainRecoveryCode } from './totp.ts';

/** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
const vectors: [number, string][] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
];
const secret = Secret.fromLatin1('12345678901234567890').base32;

test.each(vectors)('[SEC-1] the code of second %i is %s, as the standard says', (second, code) => {
  expect(matchCode(secret, code, second * 1000)).toBe(Math.floor(second / 30));
});

test('[SEC-1] a clock half a minute off is forgiven, a minute and a half is not', () => {
  expect(matchCode(secret, '287082', (59 + 30) * 1000)).toBe(1);
  expect(matchCode(secret, '287082', (59 + 90) * 1000)).toBe(null);
});

test('[SEC-1] anything but six digits is wrong', () => {
  for (const code of ['', '28708', '2870822', 'abcdef', ' 87082']) expect(matchCode(secret, code, 59_000)).toBe(null);
});

test('[SEC-1] the address for authenticators names the installation and the person, and is also a picture', () => {
  const { secret: made, uri, qr } = makeTotp('anna@example.com');
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(uri).toContain(`otpauth://totp/Prilavok:anna%40example.com?issuer=Prilavok&secret=${made}`);
  expect(qr).toMatch(/^<svg/);
});

test('[SEC-1] ten different recovery codes can be typed from paper in any way', () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  expect(codes.every((code) => /^[a-hj-km-np-z2-9]{5}(-[a-hj-km-np-z2-9]{5}){2}$/.test(code))).toBe(true);
  expect(plainRecoveryCode(' ABCDE fghjk-23456 ')).toBe('abcdefghjk23456');
});
