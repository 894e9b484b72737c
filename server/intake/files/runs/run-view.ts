/** An import as the API tells of it. */
import type { ImportRun, ImportTally } from '../../../../contract/imports.ts';
import type { Run } from './store.ts';

export function viewOf(run: Run): ImportRun {
  const rate = rowsPerSecond(run);
  const left = run.rowsTotal === null ? null : run.rowsTotal - run.rowsDone;
  return {
    id: run.id,
    state: run.state,
    fileName: run.fileName,
    preset: run.preset,
    mapping: run.mapping,
    duplicates: run.duplicates,
    channelId: run.channelId,
    rowsTotal: run.rowsTotal,
    rowsDone: run.rowsDone,
    rowsBad: run.rowsBad,
    rowsPerSecond: rate,
    secondsLeft: run.state === 'running' && rate !== null && rate > 0 && left !== null ? Math.ceil(left / rate) : null,
    counts: run.counts,
    tally: 'orders' in run.tally ? (run.tally as ImportTally) : null,
    sums: run.sums,
    ignored: run.ignored,
    error: run.error,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    createdBy: run.createdBy,
  };
}

/** Of the process that works on it now, or did last. */
export function rowsPerSecond(run: Run): number | null {
  if (run.resumedAt === null || run.rowsDone === run.resumedRows) return null;
  const seconds = ((run.finishedAt ?? new Date()).getTime() - run.resumedAt.getTime()) / 1000;
  return seconds > 0 ? Math.round((run.rowsDone - run.resumedRows) / seconds) : null;
}
