import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestPlatform } from '../../../tests/rig/platform.ts';
import type { OpenPlatform } from '../../platform/open.ts';
import { claimAttempt, forgive } from './attempts.ts';

let platform: OpenPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  await sql`delete from people.attempts`.execute(platform.db.db);
});

const anna = 'anna@example.com';
const here = '198.51.100.7';
const fail = (email: string, address: string) => claimAttempt(platform.db, email, address);

async function failTimes(times: number, email = anna, address = here): Promise<void> {
  for (let n = 0; n < times; n += 1) await fail(email, address);
}

const age = (seconds: number) =>
  sql`update people.attempts set last_at = last_at - make_interval(secs => ${seconds}), blocked_until = blocked_until - make_interval(secs => ${seconds})`.execute(
    platform.db.db,
  );

async function longestWait(): Promise<number> {
  const { rows } = await sql<{
    wait: number;
  }>`select max(extract(epoch from blocked_until - last_at))::int as wait from people.attempts`.execute(platform.db.db);
  return rows[0]?.wait ?? 0;
}

const refused = expect.objectContaining({ code: 'people:too-many-attempts', status: 429, retryAfterSeconds: expect.any(Number) });

test('[SEC-1] four failures cost nothing, then each wait is twice the last, up to a quarter of an hour', async () => {
  await failTimes(4);
  expect(await longestWait()).toBe(0);
  const waits: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    await fail(anna, here);
    waits.push(await longestWait());
    await age(900);
    await sql`update people.attempts set last_at = now()`.execute(platform.db.db);
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
});

test('[SEC-1] who comes too early is refused, and the wait does not grow by that', async () => {
  await failTimes(8).catch(() => {});
  await expect(fail(anna, here)).rejects.toEqual(refused);
  const { rows } = await sql<{ failures: number }>`select failures from people.attempts`.execute(platform.db.db);
  expect(rows.map(({ failures }) => failures)).toEqual([5, 5, 5]);
});

test('[SEC-1] twelve tries at once are counted one by one', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => fail(anna, here)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

test('[SEC-1] a stranger elsewhere does not lock the owner out, but twenty failures from everywhere slow the account', async () => {
  await failTimes(5, anna, '203.0.113.1');
  await expect(fail(anna, '203.0.113.1')).rejects.toEqual(refused);
  await fail(anna, here);
  for (let n = 0; n < 14; n += 1) await fail(anna, `203.0.113.${n + 10}`);
  await expect(fail(anna, '192.0.2.44')).rejects.toEqual(refused);
  await fail('bob@example.com', '192.0.2.44');
});

test('[SEC-1] one address that tries many accounts is slowed down', async () => {
  for (let n = 0; n < 50; n += 1) await fail(`person${n}@example.com`, here);
  await expect(fail('anybody@example.com', here)).rejects.toEqual(refused);
});

test('[SEC-1] success clears the account, and gives the address its one try back and no more', async () => {
  await failTimes(3);
  await fail('bob@example.com', here);
  await fail(anna, here);
  await forgive(platform.db.db, anna, here);
  const { rows } = await sql<{ failures: number }>`select failures from people.attempts order by failures`.execute(platform.db.db);
  expect(rows.map(({ failures }) => failures)).toEqual([1, 1, 4]);
});

test('[SEC-1] an hour later the count begins anew, and nobody can be read out of what is kept', async () => {
  await failTimes(5);
  await age(3601);
  await failTimes(4);
  expect(await longestWait()).toBe(0);
  const { rows } = await sql<{ key: string }>`select key from people.attempts`.execute(platform.db.db);
  expect(rows.every(({ key }) => /^[\w-]{43}$/.test(key))).toBe(true);
});
