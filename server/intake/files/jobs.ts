/** Doorbells: carry an import out, take one back. */
import { defineJob } from '../../platform/job-definition.ts';
import { takeBack } from '../ingest/index.ts';
import { carryOut } from './runs/run.ts';
import { setState } from './runs/store.ts';

export const runImport = defineJob<{ runId: number }>({
  name: 'imports.run',
  run: (platform, { runId }, job) => carryOut(platform, runId, { signal: job.signal, progress: job.progress }),
});

export const undoImport = defineJob<{ runId: number }>({
  name: 'imports.undo',
  run: async (platform, { runId }, job) => {
    let total = 0;
    await takeBack(platform, runId, async (left) => {
      total = Math.max(total, left + 1);
      await job.progress(total - left, total);
    });
    await setState(platform.db.db, runId, 'undone');
  },
});
