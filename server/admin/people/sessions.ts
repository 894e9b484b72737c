/** Where people are signed in: a random token in the browser's cookie, its digest here. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';
import { type PersonRow, personColumns } from './store.ts';
import { digest, makeToken } from './tokens.ts';

/** Where a request comes from. */
export interface Visit {
  address: string;
  /** Browser, as it names itself. */
  agent: string;
  https: boolean;
}

export interface SessionRow {
  id: number;
  address: string;
  agent: string;
  createdAt: Date;
  lastSeenAt: Date;
}

type Headers = Record<string, string | string[] | undefined>;

const cookieName = 'prilavok_session';
const longestDays = 90;
const idleDays = 30;
const touchedEverySeconds = 60;

const alive = sql`s.expires_at > now() and s.last_seen_at > now() - make_interval(days => ${idleDays})`;

export function visitOf(call: { address: string; headers: Headers }): Visit {
  const { 'user-agent': agent, 'x-forwarded-proto': protocol } = call.headers;
  return { address: call.address, agent: String(agent ?? '').slice(0, 300), https: protocol === 'https' };
}

/** @returns the cookie to set */
export async function openSession(tx: Db, personId: number, visit: Visit): Promise<string> {
  const token = makeToken();
  await sql`delete from people.sessions s where person_id = ${personId} and not (${alive})`.execute(tx);
  await sql`
    insert into people.sessions (person_id, token_hash, address, agent, expires_at)
    values (${personId}, ${digest(token)}, ${visit.address}, ${visit.agent}, now() + make_interval(days => ${longestDays}))`.execute(tx);
  await sql`update people.people set last_seen_at = now() where id = ${personId}`.execute(tx);
  return cookie(token, longestDays * 86_400, visit.https);
}

/** The cookie that takes the browser's one away. */
export const emptyCookie = (visit: Visit) => cookie('', 0, visit.https);

function cookie(value: string, seconds: number, https: boolean): string {
  return `${cookieName}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

/** The token's digest, or null where the request carries none. */
export function sessionDigest(headers: Headers): Buffer | null {
  for (const part of String(headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === cookieName && value) return digest(value);
  }
  return null;
}

/** The person behind a session in force; when they were last seen is kept to the minute. */
export async function findBySession(db: Db, token: Buffer): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow & { seenAgo: number }>`
    select ${personColumns}, extract(epoch from now() - s.last_seen_at)::float8 as "seenAgo"
    from people.sessions s join people.people p on p.id = s.person_id
    where s.token_hash = ${token} and ${alive} and p.blocked_at is null and p.removed_at is null`.execute(db);
  const found = rows[0];
  if (!found) return null;
  if (found.seenAgo > touchedEverySeconds) await touch(db, token, found.id);
  return found;
}

async function touch(db: Db, token: Buffer, personId: number): Promise<void> {
  await sql`update people.sessions set last_seen_at = now() where token_hash = ${token}`.execute(db);
  await sql`update people.people set last_seen_at = now() where id = ${personId}`.execute(db);
}

export async function listSessions(db: Db, personId: number, current: Buffer | null): Promise<(SessionRow & { current: boolean })[]> {
  const { rows } = await sql<SessionRow & { current: boolean }>`
    select s.id, s.address, s.agent, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
      coalesce(s.token_hash = ${current}, false) as current
    from people.sessions s where s.person_id = ${personId} and ${alive} order by s.last_seen_at desc, s.id desc`.execute(db);
  return rows;
}

/** @returns whose session it was, or null where there is none */
export async function closeSession(tx: Db, token: Buffer): Promise<number | null> {
  const { rows } = await sql<{ personId: number }>`
    delete from people.sessions where token_hash = ${token} returning person_id as "personId"`.execute(tx);
  return rows[0]?.personId ?? null;
}

/** @returns false where the person has no such session */
export async function closeSessionOf(tx: Db, personId: number, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from people.sessions where id = ${id} and person_id = ${personId}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Signs a person out everywhere, except in the session of this token. */
export async function closeSessions(tx: Db, personId: number, except: Buffer | null = null): Promise<void> {
  await sql`delete from people.sessions where person_id = ${personId} and token_hash is distinct from ${except}`.execute(tx);
}
