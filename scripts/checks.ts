/** The checks that need no running product, each one command; `npm run check` and `npm test` both walk this list. */
import { spawn } from 'node:child_process';

interface Check {
  name: string;
  command: readonly string[];
  /** The same command when it may also mend what it finds. */
  fix?: readonly string[];
}

export interface Outcome {
  name: string;
  passed: boolean;
  seconds: number;
  output: string;
}

const checks: readonly Check[] = [
  {
    name: 'format and style',
    command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=50'],
    fix: ['biome', 'check', '--write', '--error-on-warnings', '--max-diagnostics=50'],
  },
  { name: 'mistakes', command: ['oxlint', '--type-aware', '--deny-warnings'], fix: ['oxlint', '--type-aware', '--deny-warnings', '--fix'] },
  { name: 'types', command: ['tsc', '--noEmit', '--pretty', 'false'] },
  { name: 'walls', command: ['node', 'tools/walls.ts'] },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
];

/** Runs every check one after the other, also after one has failed. */
export async function runChecks(fix: boolean, onOutcome: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const check of checks) {
    const outcome = await runCheck(check, fix);
    onOutcome(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

function runCheck({ name, command, fix }: Check, mayFix: boolean): Promise<Outcome> {
  const [program = '', ...args] = (mayFix && fix) || command;
  const started = performance.now();
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const child = spawn(`node_modules/.bin/${program}`, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.on('data', (piece: Buffer) => pieces.push(piece));
  const end = (passed: boolean, output: string) => resolve({ name, passed, output, seconds: (performance.now() - started) / 1000 });
  child.on('error', (error) => end(false, error.message));
  child.on('close', (code) => end(code === 0, Buffer.concat(pieces).toString()));
  return promise;
}

export function printOutcome({ name, passed, seconds, output }: Outcome): void {
  if (!passed) console.log(`\n${output.trimEnd()}\n`);
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(18)} ${seconds.toFixed(1)} s`);
}
