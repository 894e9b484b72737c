/**
 * Compares names across alphabets: both `Юлия` and any Latin spelling of it (Yuliya, Iuliia, Julia, Ûliâ) come down to the same sounds.
 * Spellings of GOST, passports, BGN, scientific ones and what people invent differ in a few letter groups; those are folded together.
 */

const latinOf: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Letter groups with the sounds each may stand for, the likeliest first. */
const soundsOf: Record<string, readonly string[]> = {
  shch: ['s'],
  shh: ['s'],
  shc: ['s'],
  sch: ['s'],
  sh: ['s'],
  sc: ['s', 'sk'],
  tch: ['c'],
  ch: ['c', 'h'],
  ts: ['c'],
  tz: ['c'],
  tc: ['c'],
  cz: ['c'],
  zh: ['z'],
  kh: ['h'],
  gh: ['g'],
  th: ['t'],
  ph: ['f'],
  ck: ['k'],
  c: ['c', 'k'],
  x: ['ks', 'h'],
  j: ['i', 'z'],
  w: ['v'],
  q: ['k'],
  y: ['i'],
};

const letterGroups = /shch|shh|shc|sch|sh|sc|tch|ch|ts|tz|tc|cz|zh|kh|gh|th|ph|ck|./g;

/** A word with many doubtful letters is not worth more spellings than this. */
const mostSpellings = 8;

/** The sounds of a lower-case Cyrillic word; two where г may also be the Ukrainian one. */
export function cyrillicSounds(word: string): string[] {
  const spelled = (letters: Record<string, string>) => [...word].map((letter) => letters[letter] ?? letter).join('');
  const spellings = word.includes('г') ? [spelled(latinOf), spelled({ ...latinOf, г: 'h' })] : [spelled(latinOf)];
  return spellings.map((spelling) =>
    fold(
      groupsOf(spelling)
        .map((group) => likeliest(group))
        .join(''),
    ),
  );
}

/** Every way a lower-case Latin word may sound. */
export function latinSounds(word: string): string[] {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  const readings = read(groupsOf(plain));
  // Where ё is spelled `yo`, it is mostly stored as е.
  return distinct(readings.flatMap((reading) => [reading, reading.replace(/i+o/g, 'e')]).map(fold));
}

/** The sounds of a word that is still being typed: what its last letter may grow into counts too. */
export function unfinished(ways: readonly string[]): string[] {
  return distinct(ways.flatMap(growing));
}

const groupsOf = (spelling: string): string[] => spelling.match(letterGroups) ?? [];

const likeliest = (group: string) => soundsOf[group]?.[0] ?? group;

function read(groups: readonly string[]): string[] {
  let readings = [''];
  for (const group of groups) {
    const sounds = soundsOf[group] ?? [group];
    const chosen = readings.length * sounds.length > mostSpellings ? sounds.slice(0, 1) : sounds;
    readings = readings.flatMap((reading) => chosen.map((sound) => reading + sound));
  }
  return readings;
}

/** Й, и and softness beside a vowel are spelled in every possible way, or not at all; double letters likewise. */
function fold(sounds: string): string {
  // In passports ъ is `ie`.
  const soft = sounds.replace(/iei*(?=[aou])/g, 'i');
  return soft.replace(/(?<=[aeou])i+|i+(?=[aeou])/g, '').replace(/(.)\1+/g, '$1');
}

function growing(sounds: string): string[] {
  if (sounds.length > 1 && sounds.endsWith('i')) return [sounds.slice(0, -1)];
  if (sounds.endsWith('t')) return [sounds, `${sounds.slice(0, -1)}c`];
  if (sounds.endsWith('k')) return [sounds, `${sounds.slice(0, -1)}h`];
  return [sounds];
}

const distinct = (values: string[]) => [...new Set(values)];
