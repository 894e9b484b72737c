/** Two-step sign-in: codes of an authenticator (RFC 6238) and recovery codes for when it is lost. */
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

const issuer = 'Prilavok';
const stepSeconds = 30;

const totpOf = (secret: Secret, label = '') => new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: stepSeconds });

/** A new secret (base32), its address for authenticators, and the address as a picture. */
export function makeTotp(email: string): { secret: string; uri: string; qr: string } {
  const secret = new Secret({ size: 20 });
  const uri = totpOf(secret, email).toString();
  return { secret: secret.base32, uri, qr: renderSVG(uri) };
}

/**
 * The step that a code belongs to, or null for a wrong one. One step of clock difference is forgiven. A step is good once:
 * the caller keeps the last one and refuses it and those before it.
 * @param at milliseconds
 */
export function matchCode(secret: string, code: string, at: number = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(Secret.fromBase32(secret)).validate({ token: code, window: 1, timestamp: at });
  return delta === null ? null : Math.floor(at / 1000 / stepSeconds) + delta;
}

const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes of 74 bits each, without letters that look alike. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => [0, 1, 2].map(() => randomLetters(5)).join('-'));
}

/** Bytes above the last whole multiple of the alphabet are thrown away, so that every letter is as likely. */
function randomLetters(count: number): string {
  const limit = 256 - (256 % codeLetters.length);
  let text = '';
  while (text.length < count) {
    for (const byte of randomBytes(count)) if (byte < limit && text.length < count) text += codeLetters[byte % codeLetters.length];
  }
  return text;
}

/** As typed from paper: spaces, dashes and capitals do not matter. */
export const plainRecoveryCode = (typed: string) => typed.toLowerCase().replace(/[^a-z0-9]/g, '');
