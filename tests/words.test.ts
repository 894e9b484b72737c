/** The three languages say the same, in messages that can be read, and the code asks only for words that exist. */
import { expect, test } from 'vitest';
import { languages } from '../contract/language.ts';
import { argumentsOf, dictionary, everyKey, parse, pluralForms, rooms, textOf } from './words/dictionary.ts';
import { mentions, sources } from './words/mentions.ts';

/** Names that are the same in every language. */
const names =
  /\b(?:API|Bitrix24|CDN|ClickHouse|CSV|DATA_DIR|FBO|FBS|IBAN|rFBS|DBS|ICML|JSON|KPI|Olist|Ozon|PostgreSQL|Prilavok|RetailCRM|SKU|UTC|Wildberries|XLSX|XML|YML|ZIP|e-mail|Enter|Esc|Ctrl|LTV|UCI Online Retail|Rozetka|Prom(?:\.ua)?)\b/gi;

/** Names of languages, signs of currencies, and the made-up shop on the page that shows all components. */
const writtenInCyrillic = /^web\/(?:app\/(?:language|formats)\.ts$|ui\/showroom\/)/;

const three = (key: string) => languages.map((language) => ({ language, message: dictionary[language].get(key) ?? '' }));

test('there are words to look at', () => {
  expect(rooms.length).toBeGreaterThan(5);
  expect(everyKey.length).toBeGreaterThan(200);
  expect(mentions.length).toBeGreaterThan(100);
});

test('every key is in all three languages', () => {
  const missing = everyKey.flatMap((key) =>
    three(key)
      .filter(({ message }) => !message.trim())
      .map(({ language }) => `${language} ${key}`),
  );
  expect(missing).toEqual([]);
});

test('every message can be read', () => {
  const unreadable = everyKey.flatMap((key) =>
    three(key)
      .filter(({ language, message }) => !isReadable(message, language))
      .map(({ language, message }) => `${language} ${key}: ${message}`),
  );
  expect(unreadable).toEqual([]);
});

test('every message asks for the same values in all three languages', () => {
  const different = everyKey.filter(
    (key) => new Set(three(key).map(({ language, message }) => argumentsOf(message, language).join())).size > 1,
  );
  expect(different).toEqual([]);
});

test('plurals have one, few and many in Russian and Ukrainian, one in English', () => {
  const needed = { ru: ['one', 'few', 'many'], uk: ['one', 'few', 'many'], en: ['one'] };
  const incomplete = everyKey.flatMap((key) =>
    three(key)
      .filter(({ language, message }) =>
        pluralForms(message, language).some((forms) => needed[language].some((form) => !forms.includes(form))),
      )
      .map(({ language }) => `${language} ${key}`),
  );
  expect(incomplete).toEqual([]);
});

test('nothing was left in English', () => {
  const english = everyKey.filter((key) => {
    const original = textOf(dictionary.en.get(key) ?? '', 'en');
    if (!/\p{L}/u.test(original.replaceAll(names, ''))) return false;
    return (['ru', 'uk'] as const).some((language) => textOf(dictionary[language].get(key) ?? '', language) === original);
  });
  expect(english).toEqual([]);
});

test('the code asks only for words that exist', () => {
  const unknown = mentions.filter(({ oneOf, isPrefix }) =>
    oneOf.every((key) => (isPrefix ? !everyKey.some((known) => known.startsWith(key)) : !dictionary.en.has(key))),
  );
  expect(unknown.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

test('no screen has Russian or Ukrainian words of its own', () => {
  const own = sources.filter(({ file, code }) => file.startsWith('web/') && /\p{Script=Cyrillic}/u.test(code)).map(({ file }) => file);
  expect(own.filter((file) => !writtenInCyrillic.test(file))).toEqual([]);
});

function isReadable(message: string, language: (typeof languages)[number]): boolean {
  try {
    return parse(message, language).length > 0;
  } catch {
    return false;
  }
}
