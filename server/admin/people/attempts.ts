/** Slows guessing down: after a few failed sign-ins each next one must wait twice as long, by account and by address. */
import { sql } from 'kysely';
import { Problem } from '../../platform/http/problem.ts';
import type { Database, Db } from '../../platform/postgres/database.ts';
import { digest } from './tokens.ts';

/** Failures that cost nothing. An office shares one address, and a stranger must not be able to lock an owner out with a few tries. */
const free = { here: 5, account: 20, address: 50 };
const firstWaitSeconds = 2;
const longestWaitSeconds = 900;
const forgottenAfterSeconds = 3600;

type Key = { key: string; free: number };

/**
 * Counts a try as failed before it is made, so that many at once cannot slip through; `forgive` takes it back.
 * @throws Problem `people:too-many-attempts` (429) with the time to wait
 */
export async function claimAttempt(database: Database, email: string, address: string): Promise<void> {
  await database.transaction(async (tx) => {
    for (const key of keysOf(email, address)) {
      const wait = await countFailure(tx, key);
      if (wait > 0) throw new Problem('people:too-many-attempts', { status: 429, values: { seconds: wait }, retryAfterSeconds: wait });
    }
  });
}

/** After a successful sign-in: the account starts anew, the address gets its one try back. Not for use in a transaction: locks are held one by one. */
export async function forgive(db: Db, email: string, address: string): Promise<void> {
  const [account, byAddress, here] = keysOf(email, address).map(({ key }) => key);
  await sql`delete from people.attempts where key = ${account}`.execute(db);
  await sql`delete from people.attempts where key = ${here}`.execute(db);
  await sql`update people.attempts set failures = greatest(failures - 1, 0), blocked_until = null where key = ${byAddress}`.execute(db);
  await sql`delete from people.attempts where key in (
    select key from people.attempts where last_at < now() - interval '1 day' limit 1000 for update skip locked)`.execute(db);
}

function keysOf(email: string, address: string): Key[] {
  const account = email.trim().toLowerCase();
  const key = (kind: keyof typeof free, text: string) => ({ key: digest(`${kind} ${text}`).toString('base64url'), free: free[kind] });
  return [key('account', account), key('address', address), key('here', `${account} ${address}`)];
}

/** @returns seconds to wait; 0 when the try may be made, and then it is counted */
async function countFailure(tx: Db, { key, free: allowed }: Key): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    insert into people.attempts as a (key, failures, last_at) values (${key}, 1, now())
    on conflict (key) do update set
      failures = case when a.last_at < now() - make_interval(secs => ${forgottenAfterSeconds}) then 1 else a.failures + 1 end,
      last_at = now(),
      blocked_until = case when a.failures + 1 < ${allowed} or a.last_at < now() - make_interval(secs => ${forgottenAfterSeconds}) then null
        else now() + make_interval(secs => least(${firstWaitSeconds} * power(2, least(a.failures + 1 - ${allowed}, 20)), ${longestWaitSeconds})) end
      where a.blocked_until is null or a.blocked_until <= now()
    returning failures`.execute(tx);
  if (rows.length > 0) return 0;
  const { rows: blocked } = await sql<{ seconds: number }>`
    select ceil(extract(epoch from blocked_until - now()))::int as seconds from people.attempts where key = ${key}`.execute(tx);
  return Math.max(blocked[0]?.seconds ?? 1, 1);
}
