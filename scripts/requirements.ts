/** `npm run requirements`: every requirement with the tests that prove it; `--json` for machines. Fails on an id that does not exist. */
import { listProofs, listRequirements } from './proofs.ts';

const requirements = listRequirements();
const proofs = listProofs();
const table = requirements.map(({ id, says }) => ({ id, says, tests: proofs.filter((proof) => proof.id === id) }));
const unknown = proofs.filter((proof) => !requirements.some(({ id }) => id === proof.id));
const proven = table.filter(({ tests }) => tests.length > 0);

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ requirements: table.length, proven: proven.length, unknown, table }));
} else {
  for (const { id, says, tests } of proven) {
    console.log(`\n${id.padEnd(8)}${says}`);
    for (const { test, file } of tests) console.log(`        - ${test} (${file})`);
  }
  console.log(`\n${proven.length} of ${table.length} requirements have tests; ${proofs.length} proofs in all.`);
}
for (const { id, file, test } of unknown) console.error(`${file}: "${test}" proves ${id}, which is not in docs/requirements.md`);
process.exitCode = unknown.length > 0 ? 1 : 0;
