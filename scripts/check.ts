/** `npm run check`: format, mistakes, types, walls, dead code. With `--fix` mends what can be mended without thinking. */
import { printOutcome, runChecks } from './checks.ts';

const outcomes = await runChecks(process.argv.includes('--fix'), printOutcome);
process.exitCode = outcomes.every((outcome) => outcome.passed) ? 0 : 1;
