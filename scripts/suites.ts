/** Runs a test runner to its end, showing what it prints, and counts from the report it leaves rather than from its words. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const browserReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
});

/**
 * @param files paths or parts of paths; all tests without it
 * @param env added to the environment of the run
 */
export function runVitest(files: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Totals> {
  return withReport(async (report) => {
    const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files], env);
    return { code, totals: countVitest(vitestReport.parse(readJson(report))) };
  });
}

export function runBrowser(): Promise<Totals> {
  return withReport(async (report) => {
    const code = await run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return { code, totals: countBrowser(browserReport.parse(readJson(report))) };
  });
}

/** A file that fails before its first test counts as one failure. */
function countVitest(report: z.infer<typeof vitestReport>): Totals {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that needed a second try has failed once. */
function countBrowser({ stats, errors }: z.infer<typeof browserReport>): Totals {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** A runner that ends badly without naming a failure, or leaves no report, counts as one. */
async function withReport(work: (report: string) => Promise<{ code: number; totals: Totals }>): Promise<Totals> {
  const folder = await mkdtemp(join(tmpdir(), 'prilavok-report-'));
  try {
    const { code, totals } = await work(join(folder, 'report.json'));
    return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
  } catch (error) {
    console.error(`The test runner left no report: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const child = spawn(`node_modules/.bin/${program}`, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  child.on('error', reject);
  child.on('exit', (code) => resolve(code ?? 1));
  return promise;
}
