/**
 * Runs a file of the house on the Node that was installed with it: `node scripts/run.mjs server/main.ts`. Sets what must be
 * set before a process starts, passes a stop on exactly once, and ends as the file ended.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const node = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

// A terminal sends Ctrl+C to every process of its group and npm passes it on as well: the child leaves the group and hears
// one signal, from here. A second Ctrl+C, a second or more later, is a person who insists and is passed on too.
const child = spawn(node, process.argv.slice(2), {
  stdio: 'inherit',
  detached: true,
  // The warehouse holds a thread of this pool for every running query.
  env: { UV_THREADPOOL_SIZE: '16', ...process.env },
});

let passedAt = 0;

function passOn(signal) {
  if (Date.now() - passedAt < 1000) return;
  passedAt = Date.now();
  child.kill(signal);
}

process.on('SIGINT', () => passOn('SIGINT'));
process.on('SIGTERM', () => passOn('SIGTERM'));
process.on('SIGHUP', () => passOn('SIGTERM'));

child.on('error', (error) => {
  process.stderr.write(`Cannot start ${node}: ${error.message}. Run "npm ci" and try again.\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
