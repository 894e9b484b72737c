/** `npm run dev`: the server, restarted at every change, and the web app with live reload; Ctrl+C or the end of one ends both. */
import { type ChildProcess, spawn } from 'node:child_process';

const port = process.env.PORT || '4321';
const env = { ...process.env, PORT: port, UV_THREADPOOL_SIZE: '16' };

const start = (file: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...args, file], { stdio: 'inherit', detached: true, env });

const children = [
  start('server/main.ts', [
    '--watch',
    '--watch-preserve-output',
    '--watch-path=server',
    '--watch-path=contract',
    '--watch-path=migrations',
  ]),
  start('node_modules/vite/bin/vite.js', []),
];

let stopping = false;

function stopAll(): void {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
}

process.on('SIGINT', stopAll);
process.on('SIGTERM', stopAll);
for (const child of children) {
  child.on('exit', (code) => {
    if (!stopping) process.exitCode = code ?? 1;
    stopAll();
  });
}
