/** Test names quote requirements that exist, so that the table of proofs can be believed. */
import { expect, test } from 'vitest';
import { listProofs, listRequirements, proofsIn } from '../scripts/proofs.ts';

const ids = listRequirements().map(({ id }) => id);

test('every requirement is listed once', () => {
  expect(ids.length).toBe(217 + 17 + 16);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every id that a test quotes is a requirement', () => {
  const unknown = listProofs().filter(({ id }) => !ids.includes(id));
  expect(unknown).toEqual([]);
});

test('a name may quote several requirements', () => {
  const name = `${['INT-11', 'SYN-7'].map((id) => `[${id}]`).join(' ')} same file twice`;
  expect(proofsIn('a.test.ts', `test('${name}', () => {});`)).toEqual([
    { id: 'INT-11', file: 'a.test.ts', test: 'same file twice' },
    { id: 'SYN-7', file: 'a.test.ts', test: 'same file twice' },
  ]);
});
