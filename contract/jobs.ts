/** Background work as people watch it. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const time = z.iso.datetime({ offset: true });

export const jobRun = z.object({
  id: z.uuid(),
  job: z.string().describe('`<room>.<what>`; its words are `<room>:jobs.<what>`'),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  total: z.int().nullable(),
  /** Per second since the start; null until it can be said. */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  note: z.string().nullable(),
  result: z.unknown(),
  error: z.string().nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
});

export type JobRunView = z.infer<typeof jobRun>;

const id = z.object({ id: z.uuid() });

export const jobs = {
  'GET /jobs': endpoint({
    says: 'Work that runs, and the latest that ended',
    may: 'signed-in',
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    answer: z.object({ rows: z.array(jobRun) }),
  }),
  'GET /jobs/:id': endpoint({ says: 'One piece of work', may: 'signed-in', params: id, answer: jobRun }),
  'POST /jobs/:id/cancellation': endpoint({
    says: 'Asks work to stop; what it has stored stays',
    may: 'settings.write',
    params: id,
    answer: z.object({ cancelled: z.boolean() }),
  }),
};
