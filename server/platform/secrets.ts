/** Keeps passwords and keys of outside services unreadable at rest: AES-256-GCM with one key per installation. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  /** Text that can be stored; two calls never give the same. */
  seal(plain: string): string;
  /** @throws Error in words when the text was sealed with another key or was changed. */
  open(sealed: string): string;
}

const version = 'v1';
const keyBytes = 32;

/**
 * The key is `SECRET_KEY` (64 hexadecimal digits or base64 of 32 bytes), otherwise the file `secrets.key` of the data folder,
 * which is made once and must be kept with the backups.
 * @throws Error in words when the key is unusable.
 */
export function openSecrets(dataDir: string, secretKey: string | undefined = process.env.SECRET_KEY): Secrets {
  const source = secretKey ? 'SECRET_KEY' : join(dataDir, 'secrets.key');
  const key = readKey(secretKey || readKeyFile(source), source);
  return secretsWith(key, source);
}

function secretsWith(key: Buffer, source: string): Secrets {
  // Tells "another key" from "damaged" without telling anything of the key.
  const keyName = createHash('sha256').update('prilavok key name').update(key).digest('hex').slice(0, 8);
  return {
    seal(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [version, keyName, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed) {
      const [form, name, nonce, tag, body] = sealed.split('.');
      if (form !== version || name === undefined || nonce === undefined || tag === undefined || body === undefined) {
        throw new Error('This is not a sealed secret');
      }
      if (name !== keyName)
        throw new Error(`A secret was sealed with another key than the one in ${source}: bring that key back, or enter the secret again`);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
        decipher.setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
      } catch {
        throw new Error('A sealed secret is damaged: enter it again');
      }
    },
  };
}

function readKey(text: string, source: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64');
  if (key.length === keyBytes) return key;
  throw new Error(`The key in ${source} must be 64 hexadecimal digits or base64 of 32 bytes`);
}

function readKeyFile(path: string): string {
  if (!existsSync(path)) makeKeyFile(path);
  return readFileSync(path, 'utf8');
}

/** The file appears whole or not at all, whatever stops us, and the first of two processes wins. */
function makeKeyFile(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  writeSync(file, `${randomBytes(keyBytes).toString('hex')}\n`);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
}
