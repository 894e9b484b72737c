import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecrets } from './secrets.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'prilavok-secrets-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const hexKey = 'ab'.repeat(32);

test('[SYN-10] a sealed secret does not show its text and opens after a restart with the same key file', () => {
  const sealed = openSecrets(dir, '').seal('ключ от Ozon');
  expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\./);
  expect(Buffer.from(sealed.split('.')[4] ?? '', 'base64url').toString('utf8')).not.toContain('Ozon');
  expect(openSecrets(dir, '').open(sealed)).toBe('ключ от Ozon');
});

test('[SYN-10] the key file is made once, whole, and only its owner may read it', () => {
  openSecrets(dir, '');
  expect(readdirSync(dir)).toEqual(['secrets.key']);
  expect(statSync(join(dir, 'secrets.key')).mode & 0o777).toBe(0o600);
});

test('[SYN-10] sealing twice gives two texts, so equal secrets cannot be seen to be equal', () => {
  const secrets = openSecrets(dir, hexKey);
  expect(secrets.seal('one')).not.toBe(secrets.seal('one'));
  expect(existsSync(join(dir, 'secrets.key'))).toBe(false);
});

test('[SYN-10] another key is refused in words that name where the key comes from', () => {
  const sealed = openSecrets(dir, hexKey).seal('one');
  expect(() => openSecrets(dir, '').open(sealed)).toThrow(/another key .*secrets\.key/);
  expect(openSecrets(dir, Buffer.from(hexKey, 'hex').toString('base64')).open(sealed)).toBe('one');
});

test('[SYN-10] a changed or foreign text is refused', () => {
  const secrets = openSecrets(dir, hexKey);
  const parts = secrets.seal('one').split('.');
  const body = Buffer.from(parts[4] ?? '', 'base64url');
  body[0] = (body[0] ?? 0) ^ 1;
  expect(() => secrets.open([...parts.slice(0, 4), body.toString('base64url')].join('.'))).toThrow(/damaged/);
  expect(() => secrets.open([...parts.slice(0, 3), 'AAAA', parts[4]].join('.'))).toThrow(/damaged/);
  expect(() => secrets.open('plain text')).toThrow(/not a sealed secret/);
});

test('[SYN-10] an unusable key is refused at start', () => {
  expect(() => openSecrets(dir, 'too short')).toThrow(/SECRET_KEY must be/);
  writeFileSync(join(dir, 'secrets.key'), '');
  expect(() => openSecrets(dir, '')).toThrow(/secrets\.key must be/);
});
