/** Remembers which keys were met in fixed memory. May take a new key for a known one, never the other way round. (Bloom, 1970) */

const hashes = 5;

export class BloomFilter {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  /** @param sizeBits rounded up to a power of two, at most 2^28 (32 MB) */
  constructor(sizeBits: number) {
    const power = Math.min(28, Math.max(16, Math.ceil(Math.log2(sizeBits))));
    this.#bits = new Uint32Array(2 ** (power - 5));
    this.#mask = 2 ** power - 1;
  }

  add(key: string): void {
    let [at, step] = hash(key);
    for (let i = 0; i < hashes; i += 1) {
      const bit = at & this.#mask;
      this.#bits[bit >>> 5]! |= 1 << (bit & 31);
      at = (at + step) | 0;
      step = (step + i) | 0;
    }
  }

  has(key: string): boolean {
    let [at, step] = hash(key);
    for (let i = 0; i < hashes; i += 1) {
      const bit = at & this.#mask;
      if (!(this.#bits[bit >>> 5]! & (1 << (bit & 31)))) return false;
      at = (at + step) | 0;
      step = (step + i) | 0;
    }
    return true;
  }
}

/** Two independent 32-bit hashes of a text, well mixed (cyrb53 by bryc, public domain). */
export function hash(key: string): [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a | 0, b | 1];
}
