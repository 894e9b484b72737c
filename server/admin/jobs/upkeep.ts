/** What the house does for itself at night: a copy of everything, and forgetting what nobody needs. */
import { sql } from 'kysely';
import { backupAutomatically } from '../../platform/backup/backup.ts';
import { forgetAnswers } from '../../platform/http/idempotency.ts';
import { defineJob } from '../../platform/job-definition.ts';
import type { Schedule } from '../../platform/jobs.ts';

/** Runs of background work are kept this long for whoever asks what happened. */
const keptRuns = '90 days';

export const nightlyBackup = defineJob({ name: 'upkeep.backup', run: (platform) => backupAutomatically(platform), retries: 2 });

export const tidy = defineJob({
  name: 'upkeep.tidy',
  run: async ({ db }) => {
    await forgetAnswers(db.db);
    await sql`delete from platform.job_runs where created_at < now() - ${keptRuns}::interval`.execute(db.db);
  },
});

export const nightly: readonly Schedule[] = [
  { job: nightlyBackup.name, cron: '10 1 * * *' },
  { job: tidy.name, cron: '40 1 * * *' },
];
