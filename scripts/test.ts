/**
 * `npm test`: the checks, the tests without a browser, the tests in a browser; with `--oldest-database` also the tests that use
 * a database on PostgreSQL 15. The last line of the output is the total of all.
 */
import { globSync, readFileSync } from 'node:fs';
import { printOutcome, runChecks } from './checks.ts';
import { startPostgres15 } from './postgres-15.ts';
import { runBrowser, runVitest, type Totals } from './suites.ts';

const suites = new Map<string, Totals>();

async function checked(): Promise<Totals> {
  const outcomes = await runChecks(false, printOutcome);
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  return { passed, failed: outcomes.length - passed, skipped: 0 };
}

/** Test files that open the machines; the others would only prove the same thing again. */
const databaseTests = () =>
  globSync('{server,tests,bench}/**/*.test.ts').filter((file) => /\/rig\/\w+\.ts/.test(readFileSync(file, 'utf8')));

async function onOldestDatabase(): Promise<Totals | null> {
  const server = await startPostgres15();
  if (!server) return null;
  try {
    return await runVitest(databaseTests(), { TEST_DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

async function suite(name: string, run: () => Promise<Totals | null>): Promise<void> {
  console.log(`\n== ${name}`);
  const totals = await run();
  if (totals) suites.set(name, totals);
  else console.log('not on this machine');
}

await suite('checks', checked);
await suite('tests', () => runVitest());
await suite('browser', runBrowser);
if (process.argv.includes('--oldest-database')) await suite('PostgreSQL 15', onOldestDatabase);

const sum = (key: keyof Totals) => suites.values().reduce((total, counted) => total + counted[key], 0);

console.log();
for (const [name, { passed, failed, skipped }] of suites) console.log(`${name.padEnd(16)} ${passed} / ${failed} / ${skipped}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
