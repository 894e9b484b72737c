/** Column names as they are compared: case, signs, units and the letter ё make no difference. */
import { createHash } from 'node:crypto';

export function normalName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('№', ' номер ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?:^| )(?:руб|rub|грн|uah|kzt|usd|шт)(?= |$)/g, (found, at: number) => (at === 0 ? found : ''))
    .trim();
}

/** The same for every file with the same columns in the same order: a remembered mapping is found by it. */
export function headerSignature(header: readonly string[]): string {
  return createHash('sha256').update(header.map(normalName).join('\n')).digest('hex').slice(0, 32);
}
