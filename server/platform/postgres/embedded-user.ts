/** PostgreSQL refuses to run as root; here is the ordinary user it runs as when we are root, as in many containers and small servers. */
import { execFile, type SpawnOptions } from 'node:child_process';
import { chmod, chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './embedded-binaries.ts';

const run = promisify(execFile);

export interface PostgresUser {
  /** Turns a program and its arguments into what is really spawned. */
  command(program: string, args: readonly string[]): [string, string[], SpawnOptions];
  /** Gives a new folder to the user, so that it may write there. */
  own(folder: string): Promise<void>;
}

/**
 * Chooses how to run PostgreSQL: directly; for root, as an ordinary user inside a user namespace (files stay root's own);
 * where namespaces are closed, as a real unprivileged user.
 * @param dataDir the data folder, which that user must be able to reach
 * @throws Error with the remedy when none of them works.
 */
export async function choosePostgresUser(binaries: PostgresBinaries, dataDir: string): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return ourselves;
  const accounts = await listAccounts();
  const inNamespace = mappedUser(accounts);
  if (await canRun(inNamespace, binaries)) return inNamespace;
  const unprivileged = droppedUser(accounts);
  if ((await canRun(unprivileged, binaries)) && (await canReach(unprivileged, dataDir))) return unprivileged;
  throw new Error(
    'PostgreSQL refuses to run as root, and this system lets us neither open a user namespace nor use an unprivileged user ' +
      `(it must be able to read ${dirname(binaries.postgres)} and ${dataDir}). Start Prilavok as an ordinary user, ` +
      'or set DATABASE_URL to a PostgreSQL server.',
  );
}

interface Account {
  name: string;
  uid: number;
  gid: number;
}

const nobody = 65534;

const ourselves: PostgresUser = {
  command: (program, args) => [program, [...args], {}],
  own: async () => {},
};

/** Any account will do inside the namespace, but initdb insists that it has a name. */
function mappedUser(accounts: readonly Account[]): PostgresUser {
  const account = accounts.find((a) => a.uid !== nobody) ?? { uid: 1000, gid: 1000 };
  const mapping = ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--'];
  return {
    command: (program, args) => ['unshare', [...mapping, program, ...args], {}],
    own: async () => {},
  };
}

function droppedUser(accounts: readonly Account[]): PostgresUser {
  const account = accounts.find((a) => a.name === 'postgres') ?? accounts.find((a) => a.uid === nobody) ?? accounts[0];
  const { uid, gid } = account ?? { uid: nobody, gid: nobody };
  return {
    command: (program, args) => [program, [...args], { uid, gid }],
    own: (folder) => chown(folder, uid, gid),
  };
}

async function listAccounts(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0);
}

async function canRun(user: PostgresUser, binaries: PostgresBinaries): Promise<boolean> {
  return succeeds(user, binaries.postgres, ['--version']);
}

async function canReach(user: PostgresUser, dataDir: string): Promise<boolean> {
  // Others may pass through the data folder but not look into it; what we keep there is closed by itself.
  await chmod(dataDir, 0o711);
  const folder = await mkdtemp(`${dataDir}/reach-`);
  try {
    await user.own(folder);
    return await succeeds(user, 'test', ['-w', folder]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function succeeds(user: PostgresUser, program: string, args: string[]): Promise<boolean> {
  const [command, commandArgs, options] = user.command(program, args);
  return run(command, commandArgs, { uid: options.uid, gid: options.gid, cwd: '/' }).then(
    () => true,
    () => false,
  );
}
