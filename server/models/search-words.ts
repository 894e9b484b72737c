/**
 * Words for finding people and goods: in any order, with ё or е, in Cyrillic or Latin letters, and phones by their last digits (CUS-6).
 * What is stored is a tsvector of bare lexemes; what is asked is a tsquery of prefixes.
 */

const latin: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'yi', й: 'y', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '',
  э: 'e', ю: 'yu', я: 'ya',
};

/** Lower-case words with ё as е. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll('ё', 'е').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `иванов` becomes `ivanov`; Latin letters stay. */
export function transliterate(word: string): string {
  let result = '';
  for (const letter of word) result += latin[letter] ?? letter;
  return result;
}

const tailMark = '#';

const reversed = (digits: string) => [...digits].reverse().join('');

/** The tsvector, in the form in which COPY and casts take it, for these texts and E.164 phones. */
export function searchVector(texts: readonly (string | null | undefined)[], phones: readonly (string | null | undefined)[] = []): string {
  const lexemes = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    for (const word of wordsOf(text)) {
      lexemes.add(word.slice(0, 60));
      lexemes.add(transliterate(word).slice(0, 60));
    }
    if (text.includes('@')) lexemes.add(text.toLowerCase().slice(0, 200));
  }
  for (const phone of phones) if (phone) lexemes.add(tailMark + reversed(phone.replace(/\D/g, '')));
  return [...lexemes].filter(Boolean).map(quoted).join(' ');
}

/** The tsquery for what a person typed: every word must be the beginning of some stored word; null when nothing can be asked. */
export function searchQuery(typed: string): string | null {
  const text = typed.trim();
  if (text.includes('@') && !/\s/.test(text)) return `${quoted(text.toLowerCase())}:*`;
  const digits = text.replace(/[\s()+-]/g, '');
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const byWords = words.map(anyOf).join(' & ');
  return /^\d{4,15}$/.test(digits) ? `(${byWords}) | ${quoted(tailMark + reversed(digits))}:*` : byWords;
}

function anyOf(word: string): string {
  const other = transliterate(word);
  return other === word ? `${quoted(word)}:*` : `(${quoted(word)}:* | ${quoted(other)}:*)`;
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
