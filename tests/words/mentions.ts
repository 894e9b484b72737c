/** Where the code mentions words: keys given to `t`, full keys like `orders:list.title`, and codes of problems. */
import { globSync, readFileSync } from 'node:fs';
import { rooms } from './dictionary.ts';

export interface Mention {
  file: string;
  /** As the code writes it. */
  text: string;
  /** Keys of which one has to exist; each a prefix where the code completes it while it runs. */
  oneOf: readonly string[];
  isPrefix: boolean;
}

/** Every source file that people read words from, without its comments. */
export const sources: readonly { file: string; code: string }[] = globSync('{web,server}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, code: readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '') }));

const keyPattern = String.raw`[\w-]+(?:\.[\w-]+)*`;
const fullKey = new RegExp(String.raw`['"\`]((?:${rooms.join('|')}):(?:${keyPattern})?)(\.?)(['"\`]|\$\{)`, 'g');
const shortKey = new RegExp(String.raw`\bt\(\s*['"\`](${keyPattern})(\.?)(['"\`]|\$\{)`, 'g');
const problemCode = new RegExp(String.raw`new Problem\(\s*'(${keyPattern})'`, 'g');

export const mentions: readonly Mention[] = sources.flatMap(({ file, code }) => [
  ...find(file, code, fullKey, withProblems),
  ...find(file, code, shortKey, (key) => namespacesOf(code).map((room) => `${room}:${key}`)),
  ...find(file, code, problemCode, (key) => [`problems:${key}`]),
]);

function find(file: string, code: string, pattern: RegExp, keys: (key: string) => string[]): Mention[] {
  return [...code.matchAll(pattern)].map(([text, key = '', dot = '', end]) => ({
    file,
    text,
    oneOf: keys(key + dot),
    isPrefix: end === '${',
  }));
}

/** `orders:illegal-status` is also how a problem of that room is named. */
function withProblems(key: string): string[] {
  const [room, name] = key.split(':');
  return [key, `${room}:problems.${name}`];
}

/** The rooms a component draws its short keys from. */
function namespacesOf(code: string): string[] {
  const named = [...code.matchAll(/useTranslation\((?:'([\w-]+)'|\[([^\]]+)\])?\)/g)].flatMap(([, one, many]) =>
    many ? [...many.matchAll(/[\w-]+/g)].map(([name]) => name) : [one ?? 'app'],
  );
  return named.length > 0 ? named : rooms;
}
