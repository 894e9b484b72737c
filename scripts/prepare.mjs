/**
 * Makes a fresh clone ready: installs what the lock file names and, with `--web`, builds the web app; each only when missing
 * or out of date. Plain JavaScript without dependencies, because it runs before there are any, on Node 20.19 and newer.
 * Speaks on stderr only: the commands that follow own stdout.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const shippedNode = join(root, 'node_modules/node/bin/node');
const builtFrom = join(root, 'dist/web/.built-from');

const say = (text) => process.stderr.write(`${text}\n`);

/** The installed packages are those of the lock file, judged by what npm noted when it finished the last install. */
function isInstalled() {
  const noted = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(noted) || !existsSync(shippedNode)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(noted, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional }]) => {
    if (!path.startsWith('node_modules/') || link) return true;
    const found = present[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

/** Everything that decides how the web app looks once built. */
function webSources() {
  const listed = ['web', 'contract'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  return [...listed.sort((a, b) => (a < b ? -1 : 1)), join(root, 'vite.config.ts'), join(root, 'package-lock.json')];
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Runs a command to its end; resolves with its exit code. While it runs, says every ten seconds that it still does. */
function run(command, args, doing) {
  const started = Date.now();
  const clock = setInterval(() => say(`  still ${doing}, ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
  return new Promise((resolve) => {
    // Nothing reports to anybody that it was installed here.
    const env = { ...process.env, SCARF_ANALYTICS: 'false', DO_NOT_TRACK: '1' };
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  }).finally(() => clearInterval(clock));
}

async function install() {
  say('Installing what Prilavok is made of: about 170 MB, once. This takes a minute or two.');
  const started = Date.now();
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it wants the binaries of every platform in the lock file; this installs the locked versions and leaves the file alone.
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = npm?.endsWith('.js') ? await run(process.execPath, [npm, ...args], 'installing') : await run('npm', args, 'installing');
  if (code !== 0 || !existsSync(shippedNode)) {
    say('The installation did not finish. Check the network and that 2 GB of disk are free, then run the command again.');
    process.exit(code || 1);
  }
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function buildWeb() {
  const now = fingerprint(webSources());
  if (existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === now) return;
  say('Building the web app.');
  const code = await run(shippedNode, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], 'building');
  if (code !== 0) {
    say('The web app could not be built; the reason is above.');
    process.exit(code);
  }
  mkdirSync(join(root, 'dist/web'), { recursive: true });
  writeFileSync(builtFrom, now);
}

function refuseWhatCannotRun() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const words =
    major < 20 || (major === 20 && minor < 19)
      ? `Prilavok needs Node 20.19 or newer to start; this is ${process.version}.`
      : process.platform === 'win32'
        ? 'Prilavok runs on Linux and macOS; on Windows use it inside WSL.'
        : null;
  if (!words) return;
  say(words);
  process.exit(1);
}

refuseWhatCannotRun();
if (!isInstalled()) await install();
if (process.argv.includes('--web')) await buildWeb();
