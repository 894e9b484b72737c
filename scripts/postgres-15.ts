/** A throw-away PostgreSQL 15, the oldest server we promise to run on, where its binaries are on the machine. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binaries = ['/usr/lib/postgresql/15/bin', '/usr/pgsql-15/bin'].find((folder) => existsSync(join(folder, 'initdb')));
/** The server refuses to run as root; any other user will do, and this one is on every Unix. */
const nobody = 65534;

export interface OldServer {
  /** A database of its superuser. */
  url: string;
  stop(): Promise<void>;
}

/** Starts it on a socket in a folder of its own; null where PostgreSQL 15 is not installed. */
export async function startPostgres15(): Promise<OldServer | null> {
  if (!binaries) return null;
  const folder = await mkdtemp(join(tmpdir(), 'pg15-'));
  const data = join(folder, 'data');
  const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (owner.uid) await chown(folder, owner.uid, owner.gid);
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(binaries, program), args, {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { LC_ALL: 'C.UTF-8' },
    });
  run('initdb', '-D', data, '-U', 'postgres', '--encoding=UTF8', '--no-sync', '--auth=trust');
  const options = ['-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'];
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options.join(' '), 'start');
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
      await rm(folder, { recursive: true });
    },
  };
}
