/** `npm run bench -- NAME` and `npm run soak -- NAME`: runs one file of a folder by its name; without a name lists them. */
import { globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const [folder = 'bench', name, ...rest] = process.argv.slice(2);
const names = globSync(`${folder}/*.ts`)
  .map((file) => basename(file, '.ts'))
  .filter((known) => !known.endsWith('.test'))
  .sort();

if (name && names.includes(name)) {
  const file = resolve(folder, `${name}.ts`);
  process.argv = [process.execPath, file, ...rest];
  await import(file);
} else {
  console.error(name ? `There is no "${name}" in ${join(folder, '/')}.` : `Say which one of ${join(folder, '/')} to run.`);
  console.error(names.length > 0 ? `It has: ${names.join(', ')}.` : 'It is empty.');
  process.exitCode = 2;
}
