/** What the house is made of: exact versions, a lock file that names no place to fetch from, licences that let anyone use it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  resolved?: string;
  license?: string;
  link?: boolean;
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const locked = Object.entries(readJson('package-lock.json').packages as Record<string, Locked>).filter(
  ([path, { link }]) => path.startsWith('node_modules/') && !link,
);

const permissive = /^\(?(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|OFL-1\.1)\b/;

/** Used by us as they are, never changed: their terms ask for no more. */
const asTheyAre = /^MPL-2\.0$/;

test('every dependency has an exact version', () => {
  const { dependencies, optionalDependencies, devDependencies } = readJson('package.json');
  const all = Object.entries<string>({
    ...dependencies,
    ...optionalDependencies,
    ...devDependencies,
    ...readJson('tools/package.json').dependencies,
  });
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lock file names versions and checksums, not places', () => {
  expect(locked.length).toBeGreaterThan(200);
  expect(locked.filter(([, { resolved }]) => resolved)).toEqual([]);
});

test('everything may be used freely', () => {
  const bound = locked.filter(([, { license = '' }]) => !permissive.test(license) && !asTheyAre.test(license));
  expect(bound.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
