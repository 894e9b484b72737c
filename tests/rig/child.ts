/** A process of our own to kill: crash tests need one that holds the engines and says what it has done. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  pid: number;
  /** The lines printed so far. */
  lines: string[];
  /** Resolves with the first line that matches; fails when the process ends without one. */
  says(pattern: RegExp): Promise<string>;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Resolves with the exit code and all that was printed on standard error. */
  ended: Promise<{ code: number | null; complaint: string }>;
}

/** @param script a TypeScript file beside this one */
export function startChild(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const { lines, says } = watchLines(child);
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, complaint }));
  return {
    pid: child.pid ?? 0,
    lines,
    says: (pattern) =>
      Promise.race([says(pattern), ended.then((end) => Promise.reject(new Error(`ended with ${end.code}: ${end.complaint}`)))]),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}

function watchLines(child: ChildProcess): Pick<Child, 'lines' | 'says'> {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  if (child.stdout) {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = lines.find((line) => pattern.test(line));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { lines, says };
}
