/**
 * Finds a browser for the tests without asking anybody to install one: the Chromium that comes through npm, one the machine
 * has, or, for root on Debian, one from its packages.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import bundled from '@sparticuz/chromium';

const onMachines = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const unpacked = resolve('node_modules/.cache/chromium');

export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** @throws Error naming the remedy when there is no browser to be had */
export async function findChromium(): Promise<Browser> {
  // The runner reads its settings once more in every worker; the first answer holds for all.
  const executablePath = process.env.PRILAVOK_CHROMIUM || (await firstThatStarts());
  process.env.PRILAVOK_CHROMIUM = executablePath;
  return { executablePath, args: argsFor(process.getuid?.() === 0), env: fontsFor(executablePath) };
}

async function firstThatStarts(): Promise<string> {
  const own = await unpackBundled();
  const found = [own, ...onMachines].find(starts) ?? installFromDebian();
  if (found) return found;
  throw new Error('No browser starts here. Install Chromium (on Debian: apt-get install chromium), or the libraries libnss3 and libnspr4.');
}

/** Unpacks beside its final place first, so that a run that was cut short leaves nothing half done. */
async function unpackBundled(): Promise<string> {
  const binary = join(unpacked, 'chromium');
  if (existsSync(binary)) return binary;
  const beside = `${unpacked}-${process.pid}`;
  mkdirSync(beside, { recursive: true });
  const { TMPDIR } = process.env;
  process.env.TMPDIR = beside;
  try {
    await bundled.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  if (!existsSync(unpacked)) renameSync(beside, unpacked);
  rmSync(beside, { recursive: true, force: true });
  return binary;
}

/** A binary may be there and still lack a library of the machine. */
function starts(binary: string): boolean {
  if (!existsSync(binary)) return false;
  try {
    execFileSync(binary, ['--version', '--no-sandbox', '--headless'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stderr.write('Installing Chromium from the packages of Debian for the browser tests.\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  return onMachines.find(starts);
}

/** The tests talk to this machine alone: the browser is told not to look for anything else. */
function argsFor(root: boolean): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'];
  return root ? [...quiet, '--no-sandbox'] : quiet;
}

/** Where the machine has no fonts set up, the ones that came with the browser draw the text. */
function fontsFor(executablePath: string): Record<string, string> {
  const fonts = join(dirname(executablePath), 'fonts');
  return existsSync('/etc/fonts/fonts.conf') || !existsSync(fonts) ? {} : { FONTCONFIG_PATH: fonts };
}
