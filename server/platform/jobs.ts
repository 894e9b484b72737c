/** Background work that survives a crash: queued in PostgreSQL, shown with progress, cancelled on request. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { fromKysely, PgBoss, type Job as QueuedJob } from 'pg-boss';
import type { Log } from './log.ts';
import type { Database, Db } from './postgres/database.ts';

/** What running work may ask and tell. */
export interface JobHandle {
  id: string;
  /** Aborted when somebody cancels or the process stops; work checks it between batches. */
  signal: AbortSignal;
  /** Tells how far the work is; written at most twice a second. `note` is shown as it is. */
  progress(done: number, total?: number | null, note?: string): Promise<void>;
}

/** Work as the queue knows it. */
export interface Job {
  name: string;
  /** Runs again from the start after a crash, so it must be able to find what is already done. Its value is kept as the result. */
  run(input: object, job: JobHandle): Promise<unknown>;
  /** Tries after a failure that is not a crash; 0 unless said. */
  retries?: number;
}

/** Starts `job` by the clock; five-field cron in UTC. */
export interface Schedule {
  job: string;
  cron: string;
  input?: object;
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobRun {
  id: string;
  job: string;
  state: JobState;
  done: number;
  total: number | null;
  note: string | null;
  result: unknown;
  error: string | null;
  startedBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  progressedAt: Date | null;
  finishedAt: Date | null;
}

export interface Jobs {
  /** Queues work; with a transaction it is queued only if that commits. Returns the run's id. */
  start(job: string, input: object, options?: { tx?: Db; startedBy?: string }): Promise<string>;
  find(id: string): Promise<JobRun | null>;
  list(limit: number): Promise<JobRun[]>;
  /** False where there is nothing left to cancel. */
  cancel(id: string): Promise<boolean>;
  /** Begins to take work. Called once, when every room has registered. */
  open(jobs: readonly Job[], schedules: readonly Schedule[]): Promise<void>;
  close(): Promise<void>;
}

/** What running work needs of the queue. */
interface Working {
  db: Db;
  log: Log;
  running: Map<string, AbortController>;
}

const heartbeatSeconds = 15;
const stopMs = 8_000;

/** @param alone true where no other process can be working on this database: orphans of a crash are taken up at once */
export function openJobs(database: Database, log: Log, options: { alone: boolean }): Jobs {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => database.pool.query(text, values as unknown[]) },
    schema: 'pgboss',
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  const { db } = database;
  const running = new Map<string, AbortController>();
  let started: Promise<unknown> | null = null;
  const workers = new Map<string, string>();
  const ready = () => {
    started ??= boss.start();
    return started;
  };

  return {
    start: async (job, input, { tx, startedBy } = {}) => {
      await ready();
      const id = randomUUID();
      const on = tx ?? db;
      await sql`insert into platform.job_runs (id, job, input, started_by) values (${id}, ${job}, ${JSON.stringify(input)}, ${startedBy ?? null})`.execute(
        on,
      );
      await boss.send(job, { id }, { id, db: fromKysely(on) });
      const worker = workers.get(job);
      if (worker && !tx) boss.notifyWorker(worker);
      return id;
    },
    find: async (id) => (await runs(db, sql`where id = ${id}`)).at(0) ?? null,
    list: (limit) => runs(db, sql`order by created_at desc limit ${limit}`),
    cancel: (id) => cancel(db, running, id),
    open: async (jobs, schedules) => {
      await ready();
      for (const job of jobs) {
        await boss.createQueue(job.name, {
          retryLimit: 1_000,
          retryDelay: 2,
          retryBackoff: true,
          retryDelayMax: 60,
          expireInSeconds: 23 * 3600,
          heartbeatSeconds,
        });
        if (options.alone) await takeUpOrphans(db, boss, job.name);
        const work = { pollingIntervalSeconds: 1, includeMetadata: true, heartbeatRefreshSeconds: 5 } as const;
        const worker = await boss.work(job.name, work, async ([queued]) => {
          if (queued) await attempt({ db, log, running }, job, queued as QueuedJob);
        });
        workers.set(job.name, worker);
      }
      for (const { job, cron, input } of schedules) await boss.schedule(job, cron, { scheduled: true, ...input });
    },
    close: async () => {
      for (const controller of running.values()) controller.abort(new Error('stopping'));
      if (started) await boss.stop({ graceful: true, timeout: stopMs });
    },
  };
}

/** After a crash the queue believes the work is still running; in a lone process nothing can be. */
async function takeUpOrphans(db: Db, boss: PgBoss, name: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from pgboss.job where name = ${name} and state = 'active'`.execute(db);
  if (rows.length > 0)
    await boss.fail(
      name,
      rows.map((row) => row.id),
      { reason: 'the process ended' },
    );
}

async function attempt({ db, log, running }: Working, job: Job, queued: QueuedJob): Promise<void> {
  const id = await runIdOf(db, job.name, queued);
  const controller = new AbortController();
  const { rows } = await sql<{ input: object }>`
    update platform.job_runs set state = 'running', started_at = coalesce(started_at, now()), error = null
    where id = ${id} and state in ('waiting', 'running') returning input`.execute(db);
  const input = rows[0]?.input;
  if (!input) return;
  running.set(id, controller);
  try {
    const result = await job.run(input, {
      id,
      signal: controller.signal,
      progress: progressOf(db, id, controller),
    });
    await finish(db, id, controller.signal.aborted && cancelled(controller) ? 'cancelled' : 'done', result, null);
  } catch (error) {
    await afterFailure({ db, log, running }, job, id, controller, error as Error);
  } finally {
    running.delete(id);
  }
}

/** Scheduled work has no row yet; sent work carries its own. */
async function runIdOf(db: Db, name: string, queued: QueuedJob): Promise<string> {
  const data = queued.data as { id?: string };
  if (data.id) return data.id;
  await sql`insert into platform.job_runs (id, job, input) values (${queued.id}, ${name}, ${JSON.stringify(queued.data)}) on conflict do nothing`.execute(
    db,
  );
  return queued.id;
}

const cancelReason = 'cancelled';

const cancelled = (controller: AbortController) => controller.signal.reason === cancelReason;

async function afterFailure({ db, log }: Working, job: Job, id: string, controller: AbortController, error: Error): Promise<void> {
  if (cancelled(controller)) return finish(db, id, 'cancelled', null, null);
  // The process is stopping: the queue gives the work to the next one.
  if (controller.signal.aborted) throw error;
  const { rows } = await sql<{
    tries: number;
  }>`select retry_count as tries from pgboss.job where id = ${id} and name = ${job.name}`.execute(db);
  log.error({ err: error, job: job.name, run: id }, 'job failed');
  if ((rows[0]?.tries ?? 0) < (job.retries ?? 0)) throw error;
  await finish(db, id, 'failed', null, error.message);
}

async function finish(db: Db, id: string, state: JobState, result: unknown, error: string | null): Promise<void> {
  await sql`update platform.job_runs set state = ${state}, result = ${JSON.stringify(result ?? null)}, error = ${error}, finished_at = now(),
    done = case when ${state} = 'done' then coalesce(total, done) else done end where id = ${id}`.execute(db);
}

function progressOf(db: Db, id: string, controller: AbortController): JobHandle['progress'] {
  let writtenAt = 0;
  return async (done, total, note) => {
    if (Date.now() - writtenAt < 500 && done !== total) return;
    writtenAt = Date.now();
    const { rows } = await sql<{ cancel: boolean }>`
      update platform.job_runs set done = ${done}, total = coalesce(${total ?? null}, total), note = coalesce(${note ?? null}, note), progressed_at = now()
      where id = ${id} returning cancel_asked_at is not null as cancel`.execute(db);
    if (rows[0]?.cancel) controller.abort(cancelReason);
  };
}

async function cancel(db: Db, running: Map<string, AbortController>, id: string): Promise<boolean> {
  const { rows } = await sql<{ state: JobState }>`
    update platform.job_runs set cancel_asked_at = now(), state = case when state = 'waiting' then 'cancelled' else state end
    where id = ${id} and state in ('waiting', 'running') returning state`.execute(db);
  running.get(id)?.abort(cancelReason);
  return rows.length > 0;
}

async function runs(db: Db, which: ReturnType<typeof sql>): Promise<JobRun[]> {
  const { rows } = await sql<JobRun>`
    select id, job, state, done, total, note, result, error, started_by as "startedBy", created_at as "createdAt", started_at as "startedAt",
      progressed_at as "progressedAt", finished_at as "finishedAt"
    from platform.job_runs ${which}`.execute(db);
  return rows;
}

/** Runs are kept this long for whoever asks what happened. */
const kept = '90 days';

export async function forgetRuns(db: Db): Promise<void> {
  await sql`delete from platform.job_runs where created_at < now() - ${kept}::interval`.execute(db);
}
