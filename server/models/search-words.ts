/**
 * Words for finding people and goods: in any order, with ё or е, in Cyrillic or Latin letters, and phones by their last digits (CUS-6).
 * What is stored is a tsvector of bare lexemes; what is asked is a tsquery of prefixes.
 */
import { cyrillicSounds, latinSounds, unfinished } from './transliteration.ts';

/** Lower-case words with ё as е, without apostrophes. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<=\p{L})['’ʼ`"]{1,2}(?=\p{L})/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const tailMark = '#';
const longestWord = 60;
const longestEmail = 200;

const reversed = (digits: string) => [...digits].reverse().join('');

/** The tsvector, in the form in which COPY and casts take it, for these texts and E.164 phones. */
export function searchVector(texts: readonly (string | null | undefined)[], phones: readonly (string | null | undefined)[] = []): string {
  const lexemes = new Set<string>();
  for (const text of texts) if (text) addText(lexemes, text);
  for (const phone of phones) if (phone) lexemes.add(tailMark + reversed(phone.replace(/\D/g, '')));
  return [...lexemes].map(quoted).join(' ');
}

function addText(lexemes: Set<string>, text: string): void {
  const mailbox = /^[^\s@]+(?=@[^\s@]+$)/.exec(text)?.[0];
  if (mailbox) lexemes.add(text.toLowerCase().slice(0, longestEmail));
  for (const code of codesOf(text)) lexemes.add(code.slice(0, longestWord));
  // The domain is left out: whole countries share one.
  for (const word of wordsOf(mailbox ?? text)) {
    lexemes.add(word.slice(0, longestWord));
    for (const sounds of storedSounds(word)) lexemes.add(sounds.slice(0, longestWord));
  }
}

/** The tsquery for what a person typed: every word must be the beginning of some stored word; null when nothing can be asked. */
export function searchQuery(typed: string): string | null {
  const text = typed.trim();
  if (text.includes('@') && !/\s/.test(text)) return prefix(text.toLowerCase().slice(0, longestEmail));
  const words = wordsOf(text);
  // A single letter beside a word narrows little and costs much.
  const telling = words.filter((word) => word.length > 1);
  const asked = telling.length > 0 ? telling : words;
  if (asked.length === 0) return null;
  const ways = [asked.map(anyOf).join(' & '), ...(asked.length > 1 ? wholes(text) : [])];
  return ways.length === 1 ? (ways[0] as string) : ways.map((way) => `(${way})`).join(' | ');
}

/** A phone or a code that was taken apart into words, as one. */
function wholes(text: string): string[] {
  const digits = text.replace(/[\s()+-]/g, '');
  const [code] = codesOf(text);
  return [
    ...(isTail(digits) ? [tail(digits)] : []),
    ...(code !== undefined && !/\s/.test(text) ? [prefix(code.slice(0, longestWord))] : []),
  ];
}

/** Numbers of accounts and articles that are written with signs: `83921-0012`. */
function codesOf(text: string): string[] {
  const tokens = text.toLowerCase().split(/\s+/);
  return tokens.filter((token) => /\d/.test(token) && /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(token) && !token.includes('@'));
}

/** The beginning of such a number is everybody's, so it is taken as the whole one. */
const isShortNumber = (word: string) => /^\d{1,2}$/.test(word);

function anyOf(word: string): string {
  if (isShortNumber(word)) return quoted(word);
  const ways = [prefix(word), ...askedSounds(word).map(prefix), ...(isTail(word) ? [tail(word)] : [])];
  return ways.length === 1 ? (ways[0] as string) : `(${ways.join(' | ')})`;
}

const isTail = (digits: string) => /^\d{4,15}$/.test(digits);

/** In Russia 8 is how people write +7. */
const tail = (digits: string) => prefix(tailMark + reversed(/^8\d{10}$/.test(digits) ? digits.slice(1) : digits));

const isCyrillic = (word: string) => /^\p{Script=Cyrillic}+$/u.test(word);
const isLatin = (word: string) => /^[\p{Script=Latin}\p{M}]+$/u.test(word);

/** Sounds are marked with the alphabet they were stored in. */
const cyrillicMark = '~';
const latinMark = '^';

function storedSounds(word: string): string[] {
  if (isCyrillic(word)) return cyrillicSounds(word).map((sounds) => cyrillicMark + sounds);
  return isLatin(word) ? latinSounds(word).map((sounds) => latinMark + sounds) : [];
}

/** What is asked in Cyrillic finds Cyrillic by its letters; only Latin, which has many spellings, is compared by sound. */
function askedSounds(word: string): string[] {
  if (isCyrillic(word)) return unfinished(cyrillicSounds(word)).map((sounds) => latinMark + sounds);
  return isLatin(word) ? unfinished(latinSounds(word)).flatMap((sounds) => [cyrillicMark + sounds, latinMark + sounds]) : [];
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const prefix = (lexeme: string) => `${quoted(lexeme)}:*`;
