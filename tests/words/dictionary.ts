/** The words of the house as the tests look at them: flat, parsed, with what each message asks for. */
import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, languages } from '../../contract/language.ts';

type Tree = { [key: string]: string | Tree };
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Kinds of elements in a parsed message, as the parser numbers them. */
const pluralElement = 6;
const kindsWithName = [1, 2, 3, 4, 5, pluralElement];

const folder = 'contract/words';

export const rooms = globSync('*', { cwd: folder }).sort((a, b) => (a < b ? -1 : 1));

/** Every message of one language by its full key, `orders:list.title`. */
export const dictionary: Record<Language, ReadonlyMap<string, string>> = { ru: read('ru'), uk: read('uk'), en: read('en') };

/** The key in all three languages, so that one loop can compare them. */
export const everyKey = [...new Set(languages.flatMap((language) => [...dictionary[language].keys()]))];

function read(language: Language): ReadonlyMap<string, string> {
  return new Map(
    rooms.flatMap((room) => leaves(JSON.parse(readFileSync(`${folder}/${room}/${language}.json`, 'utf8')) as Tree, `${room}:`)),
  );
}

function leaves(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}

/** @throws SyntaxError when it is not an ICU message */
export function parse(message: string, language: Language): Element[] {
  return elementsBelow(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
}

/** All elements of a message, those inside plural and select forms too. */
function elementsBelow(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [
    element,
    ...('options' in element ? Object.values(element.options).flatMap((option) => elementsBelow(option.value)) : []),
  ]);
}

export function argumentsOf(message: string, language: Language): string[] {
  const named = parse(message, language).filter((element) => kindsWithName.includes(element.type));
  return [...new Set(named.map((element) => ('value' in element ? element.value : '')))].sort((a, b) => (a < b ? -1 : 1));
}

/** The forms of every plural in a message: `['one', 'few', 'many', 'other']`. */
export function pluralForms(message: string, language: Language): string[][] {
  return parse(message, language).flatMap((element) =>
    element.type === pluralElement && 'pluralType' in element && element.pluralType === 'cardinal' ? [Object.keys(element.options)] : [],
  );
}

/** The text of a message without its arguments: what a translator would translate. */
export function textOf(message: string, language: Language): string {
  return parse(message, language)
    .map((element) => (element.type === 0 && 'value' in element ? element.value : ''))
    .join(' ')
    .trim();
}
