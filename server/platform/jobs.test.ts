import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openTestPlatform } from '../../tests/rig/platform.ts';
import { defineJob, onPlatform } from './job-definition.ts';
import { type JobHandle, type JobRun, openJobs } from './jobs.ts';
import type { OpenPlatform } from './open.ts';

let platform: OpenPlatform;
const gates: (() => void)[] = [];
let attempts = 0;

const counting = defineJob<{ upTo: number }>({
  name: 'test.count',
  run: async (_platform, { upTo }, job) => {
    for (let done = 1; done <= upTo; done += 1) await job.progress(done, upTo);
    return { counted: upTo };
  },
});

const waiting = defineJob<object>({
  name: 'test.wait',
  run: async (_platform, _input, job: JobHandle) => {
    attempts += 1;
    await new Promise<void>((resolve, reject) => {
      gates.push(resolve);
      job.signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    });
    return 'went through';
  },
});

const failing = defineJob<object>({
  name: 'test.fail',
  run: async () => {
    throw new Error('the file is gone');
  },
});

beforeAll(async () => {
  platform = await openTestPlatform();
  await platform.jobs.open(onPlatform(platform, [counting, waiting, failing]), []);
});
afterEach(() => {
  for (const open of gates.splice(0)) open();
});
afterAll(() => platform.close());

const until = (id: string, state: JobRun['state']) =>
  vi.waitFor(
    async () => {
      const run = await platform.jobs.find(id);
      expect(run?.state).toBe(state);
      return run as JobRun;
    },
    { timeout: 15_000, interval: 50 },
  );

test('[SYN-11] work tells how far it is and keeps its result', async () => {
  const run = await until(await platform.jobs.start('test.count', { upTo: 3 }), 'done');
  expect(run).toMatchObject({ done: 3, total: 3, result: { counted: 3 }, error: null });
});

test('[SYN-11] work queued in a transaction that fails is never done', async () => {
  let id = '';
  await platform.db
    .transaction(async (tx) => {
      id = await platform.jobs.start('test.count', { upTo: 1 }, { tx });
      throw new Error('changed my mind');
    })
    .catch(() => {});
  expect(await platform.jobs.find(id)).toBeNull();
});

test('[SYN-11] running work stops when it is cancelled', async () => {
  const id = await platform.jobs.start('test.wait', {});
  await until(id, 'running');
  expect(await platform.jobs.cancel(id)).toBe(true);
  await until(id, 'cancelled');
  expect(await platform.jobs.cancel(id)).toBe(false);
});

test('[SYN-11] a failure is kept in words', async () => {
  expect(await until(await platform.jobs.start('test.fail', {}), 'failed')).toMatchObject({ error: 'the file is gone' });
});

test('[SYN-6] work that a process left behind is taken up by the next one', async () => {
  const id = await platform.jobs.start('test.wait', {});
  await until(id, 'running');
  const before = attempts;
  // A second queue on the same database, as after a crash: nobody told it that the first still works.
  const next = openJobs(platform.db, platform.log, { alone: true });
  await next.open(onPlatform(platform, [counting, waiting, failing]), []);
  await vi.waitFor(() => expect(attempts).toBe(before + 1), { timeout: 20_000, interval: 50 });
  for (const open of gates.splice(0)) open();
  await until(id, 'done');
  await next.close();
});
