/** Cyrillic in Latin letters: for e-mail addresses, and for an English demo of the same country. */

const letters: Record<string, string> = {
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
  '’': '',
  '«': '"',
  '»': '"',
};

/** Names that English writes its own way. */
const established: Record<string, string> = {
  Москва: 'Moscow',
  'Санкт-Петербург': 'Saint Petersburg',
  'Московская область': 'Moscow Oblast',
  'Республика Татарстан': 'Tatarstan',
  'Республика Башкортостан': 'Bashkortostan',
};

export function transliterate(text: string): string {
  const known = established[text];
  if (known) return known;
  return text.replace(/[а-яёєіїґ’«»]/gi, (letter) => {
    const small = letter.toLowerCase();
    const latin = letters[small] ?? letter;
    return letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
}
