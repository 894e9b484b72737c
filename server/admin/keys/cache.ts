/** Keys in force, kept in memory: a key is checked on every call of a program, and the database is asked at most every five seconds. */
import type { Db } from '../../platform/postgres/database.ts';
import { findKey, type KeyRow, noteUse } from './store.ts';

/** How long a key revoked in another process may still work here. */
const freshMs = 5_000;
const useNotedEveryMs = 60_000;
/** Only keys that exist are kept, so made-up ones cannot fill the memory. */
const maxKept = 10_000;

interface Kept {
  key: KeyRow;
  readAt: number;
}

class KeyCache {
  readonly #kept = new Map<string, Kept>();
  readonly #notedAt = new Map<number, number>();
  /** Rises with every revocation: what was read before one may not be kept after it. */
  #age = 0;

  async find(db: Db, token: Buffer, now = Date.now()): Promise<KeyRow | null> {
    const key = await this.#read(db, token, now);
    if (!key || (key.expiresAt && key.expiresAt.getTime() <= now)) return null;
    await this.#note(db, key.id, now);
    return key;
  }

  forget(): void {
    this.#kept.clear();
    this.#age += 1;
  }

  async #read(db: Db, token: Buffer, now: number): Promise<KeyRow | null> {
    const name = token.toString('base64');
    const kept = this.#kept.get(name);
    if (kept && now - kept.readAt < freshMs) return kept.key;
    const age = this.#age;
    const key = await findKey(db, token);
    if (!key) this.#kept.delete(name);
    else if (age === this.#age && this.#kept.size < maxKept) this.#kept.set(name, { key, readAt: now });
    return key;
  }

  async #note(db: Db, id: number, now: number): Promise<void> {
    if (now - (this.#notedAt.get(id) ?? 0) < useNotedEveryMs) return;
    this.#notedAt.set(id, now);
    await noteUse(db, id);
  }
}

const caches = new WeakMap<Db, KeyCache>();

/** The cache of one database; tests have several in one process. */
export function cacheOf(db: Db): KeyCache {
  const cache = caches.get(db) ?? new KeyCache();
  caches.set(db, cache);
  return cache;
}
