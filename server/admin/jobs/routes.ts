/** HTTP of background work. */
import { jobs as contract, type JobRunView } from '../../../contract/jobs.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { JobRun } from '../../platform/jobs.ts';
import { serve } from '../../platform/room.ts';

export const routes = serve(contract, ({ jobs }) => ({
  'GET /jobs': async ({ query }) => ({ rows: (await jobs.list(query.limit)).map(viewOf) }),
  'GET /jobs/:id': async ({ params }) => {
    const run = await jobs.find(params.id);
    if (!run) throw notFound('job', params.id);
    return viewOf(run);
  },
  'POST /jobs/:id/cancellation': async ({ params }) => ({ cancelled: await jobs.cancel(params.id) }),
}));

/** A rate from the first second on is noise. */
const sureAfterSeconds = 1;

export function viewOf({ createdAt, startedAt, progressedAt, finishedAt, startedBy: _, ...run }: JobRun): JobRunView {
  const seconds = startedAt && progressedAt ? (progressedAt.getTime() - startedAt.getTime()) / 1000 : 0;
  const rate = seconds > sureAfterSeconds && run.done > 0 ? run.done / seconds : null;
  return {
    ...run,
    rate,
    secondsLeft: rate && run.total !== null && run.state === 'running' ? Math.max(0, (run.total - run.done) / rate) : null,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
