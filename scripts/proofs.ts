/** Which test proves which requirement: ids from docs/requirements.md, proofs from the names of the tests. */
import { globSync, readFileSync } from 'node:fs';

export interface Requirement {
  id: string;
  says: string;
}

export interface Proof {
  id: string;
  file: string;
  test: string;
}

/** The rows `| INT-11 | sentence |` of the list. */
export function listRequirements(document = readFileSync('docs/requirements.md', 'utf8')): Requirement[] {
  return [...document.matchAll(/^\| ([A-Z]{3}-\d+|[A-Z]\d+) \| (.+) \|$/gm)].map(([, id = '', says = '']) => ({ id, says }));
}

export function listProofs(): Proof[] {
  return globSync('{contract,server,web,tests,bench,scripts,tools}/**/*.{test,spec}.{ts,tsx}')
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((file) => proofsIn(file, readFileSync(file, 'utf8')));
}

/** Names begin with the ids they prove: `'[INT-11] [SYN-7] the same file twice changes nothing'`. */
export function proofsIn(file: string, code: string): Proof[] {
  return [...code.matchAll(/(['"`])((?:\[[A-Z]{1,3}-?\d+\] ?)+)(.*?)\1/g)].flatMap(([, , ids = '', test = '']) =>
    [...ids.matchAll(/[A-Z]+-?\d+/g)].map(([id]) => ({ id, file, test })),
  );
}
