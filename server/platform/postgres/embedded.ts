/** Starts, watches and stops the PostgreSQL that comes with us, so that nobody has to install a database. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, readlink, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Log } from '../log.ts';
import { type Address, chooseAddress, readPassword, superuser } from './embedded-address.ts';
import { findPostgresBinaries, type PostgresBinaries } from './embedded-binaries.ts';
import { choosePostgresUser, type PostgresUser } from './embedded-user.ts';

const run = promisify(execFile);

const database = 'prilavok';

/** Chosen for a machine with 2 GB of memory; PostgreSQL's other defaults stay. */
const serverSettings: Settings = {
  fsync: 'on',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  random_page_cost: 1.1,
  jit: 'off',
  timezone: 'UTC',
  // The log keeps no statements and no values, because they may hold personal data.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
};

type Settings = Record<string, string | number>;

export interface EmbeddedPostgres {
  settings: pg.PoolConfig;
  /** Lets running statements be cancelled, writes everything down and ends the server. */
  stop(): Promise<void>;
}

/** Where a cluster lives and who may touch it. */
interface Home {
  folder: string;
  binaries: PostgresBinaries;
  user: PostgresUser;
  log: Log;
}

interface Cluster extends Home {
  address: Address;
  settings: Settings;
}

/**
 * Opens the cluster under `<dataDir>/postgres`, creating it the first time. A server left over from a process that was
 * killed is stopped cleanly first: its sessions and locks belong to nobody any more. The caller holds the data lock.
 * @param changes server settings that differ from ours; tests do without `fsync`
 * @throws Error in words when the server cannot start.
 */
export async function startEmbeddedPostgres(dataDir: string, log: Log, changes: Settings = {}): Promise<EmbeddedPostgres> {
  const home = await findHome(dataDir, log);
  if (!existsSync(home.folder)) await createCluster(home);
  await stopLeftover(home);
  const address = await chooseAddress(home.folder, home.user);
  const cluster = { ...home, address, settings: { ...serverSettings, ...changes, ...address.flags } };
  const server = await launch(cluster);
  await createDatabase(address.client);
  return { settings: { ...address.client, database }, stop: keepAlive(cluster, server) };
}

/** Stops a server that a killed process left running in `dataDir`, if there is one. The caller holds the data lock. */
export async function stopLeftoverPostgres(dataDir: string, log: Log): Promise<void> {
  if (existsSync(join(dataDir, 'postgres'))) await stopLeftover(await findHome(dataDir, log));
}

async function findHome(dataDir: string, log: Log): Promise<Home> {
  await mkdir(dataDir, { recursive: true });
  const binaries = await findPostgresBinaries();
  const user = await choosePostgresUser(binaries, dataDir);
  return { folder: join(await realpath(dataDir), 'postgres'), binaries, user, log };
}

/** Made beside its place and then renamed, so that an interrupted creation never looks like a cluster. */
async function createCluster({ folder, binaries, user }: Home): Promise<void> {
  const draft = `${folder}.new`;
  const fixed = ['-D', draft, `--username=${superuser}`, '--encoding=UTF8', ...(await entrance(folder))];
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=und'];
  for (const characters of letterTables) {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await user.own(draft);
    const made = execute(user, binaries.initdb, [...fixed, ...locale, `--lc-ctype=${characters}`]);
    if (await made.then(() => true, unlessUnknownLocale)) break;
  }
  await rename(draft, folder);
}

/** ICU sorts and folds case; but pg_trgm asks the system which characters are letters, and plain C knows no Cyrillic. Systems name their table differently. */
const letterTables = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C'];

function unlessUnknownLocale(error: Error): boolean {
  if (/invalid locale/.test(error.message)) return false;
  throw error;
}

async function entrance(folder: string): Promise<string[]> {
  if (process.platform !== 'win32') return ['--auth=trust'];
  await readPassword(folder);
  return ['--auth=scram-sha-256', `--pwfile=${folder}.password`];
}

async function execute(user: PostgresUser, program: string, args: readonly string[]): Promise<void> {
  const [command, commandArgs, { uid, gid }] = user.command(program, args);
  try {
    await run(command, commandArgs, { uid, gid, cwd: '/' });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`PostgreSQL: ${said}`, { cause: error });
  }
}

/** Starts the server and waits until it answers; after a crash it first recovers, however long that takes. */
async function launch(cluster: Cluster): Promise<ChildProcess> {
  const { folder, user, binaries } = cluster;
  const settings = Object.entries(cluster.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args, options] = user.command(binaries.postgres, ['-D', folder, ...settings]);
  const startLog = await open(join(folder, 'start.log'), 'w', 0o600);
  // Detached: Ctrl+C in the terminal must reach us alone, so that we finish our work before the database goes.
  const server = spawn(command, args, { ...options, cwd: folder, detached: true, stdio: ['ignore', startLog.fd, startLog.fd] });
  const ended = once(server, 'exit').catch((error: Error) => error);
  await startLog.close();
  while (!(await isReady(folder, server))) {
    const outcome = await Promise.race([ended, pause(10)]);
    if (outcome) throw new Error(`PostgreSQL did not start: ${await readStartLog(folder)}`);
  }
  return server;
}

/** The last line of the lock file tells the server's state, as `pg_ctl` reads it too. */
async function isReady(folder: string, server: ChildProcess): Promise<boolean> {
  const lines = await readLockFile(folder);
  return Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready';
}

async function readLockFile(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  return text.split('\n');
}

async function readStartLog(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'start.log'), 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-5).join(' ') || 'it said nothing';
}

/** Restarts a server that died by itself (out of memory, say). Returns how to stop it for good. */
function keepAlive(cluster: Cluster, first: ChildProcess): () => Promise<void> {
  let stopping = false;
  let restart = Promise.resolve();
  const watch = (server: ChildProcess) =>
    server.once('exit', (code, signal) => {
      if (stopping) return;
      cluster.log.error({ code, signal }, 'PostgreSQL ended by itself, starting it again');
      restart = launch(cluster).then(
        (next) => void watch(next),
        (error: Error) => cluster.log.fatal({ reason: error.message }, 'PostgreSQL cannot be started again'),
      );
    });
  watch(first);
  return async () => {
    stopping = true;
    await restart;
    await stopServer(cluster);
  };
}

async function stopServer({ folder, user, binaries }: Home): Promise<void> {
  if (!existsSync(join(folder, 'postmaster.pid'))) return;
  await execute(user, binaries.pg_ctl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '120', '-s']);
}

async function stopLeftover(home: Home): Promise<void> {
  const pid = Number((await readLockFile(home.folder))[0]);
  if (!pid || !isAlive(pid)) return;
  if (await isServerOf(home.folder, pid)) {
    home.log.info({ pid }, 'stopping the PostgreSQL that an earlier process left running');
    await stopServer(home);
  } else {
    // The number now belongs to another program, but PostgreSQL would take it for a live server and refuse to start.
    await rm(join(home.folder, 'postmaster.pid'));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A PostgreSQL server works in its data folder and has it among its arguments. */
async function isServerOf(folder: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder;
  if (process.platform === 'win32') return true;
  const { stdout } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(folder);
}

async function createDatabase(server: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    const known = await client.query('select from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
