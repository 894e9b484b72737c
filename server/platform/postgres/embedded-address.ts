/** How the embedded PostgreSQL is reached: a private Unix socket, or a local port with a password on Windows, which lacks such sockets in Node. */
import { createHash, randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { PostgresUser } from './embedded-user.ts';

export interface Address {
  /** Server settings that make it listen there. */
  flags: Record<string, string | number>;
  client: pg.PoolConfig;
}

export const superuser = 'prilavok';
const socketName = '/.s.PGSQL.5432';
/** `sun_path` of macOS, the shortest of all, less its closing zero. */
const longestSocketPath = 103;

/**
 * @param cluster the PostgreSQL data folder, which is closed to other users
 */
export async function chooseAddress(cluster: string, user: PostgresUser): Promise<Address> {
  if (process.platform === 'win32') return localPort(cluster);
  const folder = fits(cluster) ? cluster : await shortFolder(cluster, user);
  return {
    flags: { listen_addresses: '', unix_socket_directories: folder, unix_socket_permissions: '0700', port: 5432 },
    client: { host: folder, port: 5432, user: superuser },
  };
}

/** The password of the cluster on Windows; elsewhere the socket's folder is the lock on the door. */
export async function readPassword(cluster: string): Promise<string> {
  const file = `${cluster}.password`;
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known) return known;
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

function fits(folder: string): boolean {
  return Buffer.byteLength(folder + socketName) <= longestSocketPath;
}

/** A folder whose name follows from the long one, so that every start finds the same. */
async function shortFolder(cluster: string, user: PostgresUser): Promise<string> {
  const key = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
  const parent = [tmpdir(), '/tmp'].find((folder) => fits(join(folder, `prilavok-${key}`)));
  if (!parent) throw new Error('The data folder has too long a path. Choose a shorter one in DATA_DIR.');
  const folder = join(parent, `prilavok-${key}`);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made) await user.own(folder);
  else await insistOnOurs(folder);
  return folder;
}

/** Somebody else's folder under our name in the common temporary folder would let him listen in our place. */
async function insistOnOurs(folder: string): Promise<void> {
  const status = await lstat(folder);
  const uid = process.getuid?.();
  if (!status.isDirectory() || (uid !== 0 && status.uid !== uid)) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or choose a shorter data folder in DATA_DIR.`);
  }
  await chmod(folder, 0o700);
}

async function localPort(cluster: string): Promise<Address> {
  const port = await freePort();
  return {
    flags: { listen_addresses: '127.0.0.1', port },
    client: { host: '127.0.0.1', port, user: superuser, password: await readPassword(cluster) },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
