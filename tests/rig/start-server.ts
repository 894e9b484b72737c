/** Starts the product as its users do, as a process of its own, and stops it again. For tests that look from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** Ends it as Ctrl+C does and resolves with its exit code; removes the data folder where it was made here. */
  stop(): Promise<number | null>;
}

export interface ServerOptions {
  /** Kept afterwards; without it a new folder is made and removed. */
  dataDir?: string;
  env?: NodeJS.ProcessEnv;
}

const patience = 90_000;

/** @throws Error with everything the server said when it ends, or is silent for too long, before it tells its address */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'prilavok-run-')));
  const child = spawn(process.execPath, ['server/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16', HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...options.env },
  });
  const stop = async () => {
    const code = await end(child);
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    return code;
  };
  try {
    return { url: await addressOf(child), dataDir, process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for the line that tells the address. */
function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const giveUp = (why: string) => reject(new Error(`The server ${why}:\n${said}`));
  const clock = setTimeout(() => giveUp(`told no address in ${patience / 1000} s`), patience);
  const listen = (piece: Buffer) => {
    said += piece.toString();
    const address = /https?:\/\/127\.0\.0\.1:\d+/.exec(said);
    if (address) resolve(address[0]);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  child.once('exit', (code) => giveUp(`ended with ${code}`));
  child.once('error', reject);
  return promise.finally(() => clearTimeout(clock));
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), patience);
    await ended;
    clearTimeout(insist);
  }
  return child.exitCode;
}
