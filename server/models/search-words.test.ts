import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchQuery, searchVector } from './search-words.ts';

const surnames = [
  'Иванов',
  'Ковалёва',
  'Щербаков',
  'Хохлов',
  'Цветкова',
  'Чайковский',
  'Жуков',
  'Юдина',
  'Яковлева',
  'Эйхман',
  'Подъячев',
  'Соловьёв',
  'Горбачёв',
  'Арсеньев',
  'Шукшин',
  'Михайлова',
  'Кузнецов',
  'Филиппов',
  'Грибоедов',
  'Братская',
  'Шевченко',
  'Григоренко',
  'Їжакевич',
  'Згурський',
  'Євтушенко',
  'Дем’яненко',
];
const names = [
  'Юлия',
  'Алексей',
  'Мария',
  'Евгений',
  'Семён',
  'Пётр',
  'Геннадий',
  'Илья',
  'Андрей',
  'Анна',
  'Виктор',
  'Михаил',
  'Людмила',
  'Зоя',
  'Олексій',
  'Ігор',
];

/** Every way one spells these letters; the other letters are alike everywhere. */
const spellings: Record<string, string[]> = {
  а: ['a'],
  б: ['b'],
  в: ['v', 'w'],
  д: ['d'],
  е: ['e', 'ye'],
  ё: ['yo', 'e', 'io', 'jo', 'ë'],
  є: ['ye', 'ie', 'je'],
  ж: ['zh', 'ž', 'j'],
  з: ['z'],
  и: ['i', 'y'],
  і: ['i'],
  ї: ['i', 'yi', 'ï'],
  й: ['y', 'i', 'j'],
  к: ['k'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u'],
  ф: ['f', 'ph'],
  х: ['kh', 'h', 'x', 'ch'],
  ц: ['ts', 'c', 'tz', 'cz'],
  ч: ['ch', 'č'],
  ш: ['sh', 'š'],
  щ: ['shch', 'sch', 'šč', 'shh', 'ŝ'],
  ъ: ['', 'ie', "''"],
  ы: ['y', 'i'],
  ь: ['', "'"],
  э: ['e', 'è'],
  ю: ['yu', 'iu', 'ju', 'û'],
  я: ['ya', 'ia', 'ja', 'â'],
  '’': ['', "'"],
};

/** Each letter in any of its ways, except г: a person who writes it `h` always does. */
const latinOf = (word: string) =>
  fc
    .constantFrom('g', 'h')
    .chain((g) =>
      fc
        .tuple(
          ...[...word.toLowerCase()].map((letter) =>
            letter === 'г' ? fc.constant(g) : fc.constantFrom(...(spellings[letter] ?? [letter])),
          ),
        )
        .map((letters) => letters.join('')),
    );

const person = fc.record({ surname: fc.constantFrom(...surnames), name: fc.constantFrom(...names) });

/** What `@@` does, for queries of this shape: words and beginnings of words joined by & and |, with brackets. */
function matches(vector: string, query: string | null): boolean {
  const lexemes = [...vector.matchAll(/'((?:[^']|'')*)'/g)].map(([, lexeme]) => (lexeme as string).replaceAll("''", "'"));
  const has = (asked: string, isBeginning: boolean) =>
    lexemes.some((lexeme) => (isBeginning ? lexeme.startsWith(asked) : lexeme === asked));
  const holds = (_: string, lexeme: string, star?: string) => String(has(lexeme.replaceAll("''", "'"), star !== undefined));
  return isTrue((query ?? 'false').replace(/'((?:[^']|'')*)'(:\*)?/g, holds));
}

/** Works out a formula of true, false, &, | and brackets, from the inside. */
function isTrue(formula: string): boolean {
  const innermost = /\(([^()]*)\)/;
  const inside = innermost.exec(formula);
  if (inside) return isTrue(formula.replace(innermost, String(isTrue(inside[1] ?? ''))));
  return formula.split('|').some((part) => part.split('&').every((term) => term.trim() === 'true'));
}

test('[CUS-6] a name is found in any order of its words, by any beginnings of them, with ё or е', () => {
  fc.assert(
    fc.property(person, fc.boolean(), fc.boolean(), fc.integer({ min: 2, max: 20 }), ({ surname, name }, turned, plain, letters) => {
      const words = [surname.slice(0, letters), name.slice(0, letters)];
      const typed = (turned ? words.reverse() : words).join('  ');
      expect(matches(searchVector([`${surname} ${name} Петрович`]), searchQuery(plain ? typed.replaceAll('ё', 'е') : typed))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('[CUS-6] a name stored in Cyrillic is found by any transliteration of it', () => {
  const spelled = person.chain(({ surname, name }) =>
    fc.record({ stored: fc.constant(`${surname} ${name}`), typed: fc.tuple(latinOf(name), latinOf(surname)) }),
  );
  fc.assert(
    fc.property(spelled, ({ stored, typed }) => matches(searchVector([stored]), searchQuery(typed.join(' ')))),
    { numRuns: 3_000 },
  );
});

test('[CUS-6] a name stored in any transliteration is found in Cyrillic', () => {
  const spelled = person.chain(({ surname, name }) =>
    fc.record({ typed: fc.constant(`${name} ${surname}`), stored: fc.tuple(latinOf(surname), latinOf(name)) }),
  );
  fc.assert(
    fc.property(spelled, ({ stored, typed }) => matches(searchVector([stored.join(' ')]), searchQuery(typed))),
    { numRuns: 3_000 },
  );
});

test('[CUS-6] a phone is found by its last 4 to 7 digits, by the whole of it, and with 8 for +7', () => {
  const digits = fc.stringMatching(/^9\d{9}$/);
  fc.assert(
    fc.property(digits, fc.integer({ min: 4, max: 7 }), (number, length) => {
      const vector = searchVector(['Анна'], [`+7${number}`]);
      expect(matches(vector, searchQuery(number.slice(-length)))).toBe(true);
      expect(matches(vector, searchQuery(`анна ${number.slice(-length)}`))).toBe(true);
      for (const written of [`8${number}`, `+7 (${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6, 8)}-${number.slice(8)}`]) {
        expect(matches(vector, searchQuery(written))).toBe(true);
      }
    }),
  );
});

test('[CUS-6] a tail that is not the phone’s finds nothing', () => {
  expect(matches(searchVector(['Анна'], ['+79161234567']), searchQuery('1234'))).toBe(false);
  expect(matches(searchVector(['Анна'], ['+79161234567']), searchQuery('анна 4568'))).toBe(false);
});

test('[CUS-6] an e-mail is found by its beginning and by the words before the @, not by the domain everybody has', () => {
  const vector = searchVector(['Anna.Kovaleva@mail.ru']);
  expect(
    ['anna.kov', 'anna.kovaleva@ma', 'ANNA.KOVALEVA@mail.ru', 'kovaleva', 'ковалёва'].map((typed) => matches(vector, searchQuery(typed))),
  ).toEqual([true, true, true, true, true]);
  expect(matches(vector, searchQuery('mail'))).toBe(false);
});

test('[CUS-6] what is typed in Cyrillic finds Cyrillic by its letters only', () => {
  expect(matches(searchVector(['Шура Сухов']), searchQuery('сура'))).toBe(false);
  expect(matches(searchVector(['Саша']), searchQuery('shasha'))).toBe(true);
});

test('a code with signs in it is found by any beginning of it, in any case', () => {
  for (let letters = 3; letters <= 13; letters += 1)
    expect(matches(searchVector(['AB-83921-0012']), searchQuery('ab-83921-0012'.slice(0, letters)))).toBe(true);
  expect(matches(searchVector(['83921-0012']), searchQuery('83921-01'))).toBe(false);
});

test('a short number is taken as it is, and nothing to ask is null', () => {
  expect(matches(searchVector(['Чай 10 г']), searchQuery('чай 10'))).toBe(true);
  expect(matches(searchVector(['Чай 100 г']), searchQuery('чай 10'))).toBe(false);
  expect(searchQuery(' -- ')).toBe(null);
});
