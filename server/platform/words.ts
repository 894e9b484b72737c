/** The server's words: the same ICU messages that the screens use, by room and language. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, languages } from '../../contract/language.ts';

type Tree = { [key: string]: string | Tree };

const folder = new URL('../../contract/words/', import.meta.url);
const messages = new Map<string, IntlMessageFormat>();

for (const room of readdirSync(folder)) {
  for (const language of languages.filter((name) => existsSync(new URL(`${room}/${name}.json`, folder)))) {
    const tree = JSON.parse(readFileSync(new URL(`${room}/${language}.json`, folder), 'utf8')) as Tree;
    for (const [key, text] of leaves(tree)) {
      messages.set(`${language}/${room}:${key}`, new IntlMessageFormat(text, language, undefined, { ignoreTag: true }));
    }
  }
}

/** The message `room:some.key` with its values filled in; the key itself where the message is missing. */
export function say(key: string, values: Record<string, string | number>, language: Language): string {
  const message = messages.get(`${language}/${key}`);
  return message ? String(message.format(values)) : key;
}

/** The first supported language of an Accept-Language header; English where none is. */
export function chooseLanguage(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const found = languages.find((language) => part.trim().toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
}

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}
