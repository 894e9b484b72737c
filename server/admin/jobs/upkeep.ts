/** What the house does for itself at night: a copy of everything, and forgetting what nobody needs. */
import { backupAutomatically } from '../../platform/backup/backup.ts';
import { forgetAnswers } from '../../platform/http/idempotency.ts';
import { defineJob } from '../../platform/job-definition.ts';
import { forgetRuns, type Schedule } from '../../platform/jobs.ts';

export const nightlyBackup = defineJob({ name: 'upkeep.backup', run: (platform) => backupAutomatically(platform), retries: 2 });

export const tidy = defineJob({
  name: 'upkeep.tidy',
  run: async ({ db }) => {
    await forgetAnswers(db.db);
    await forgetRuns(db.db);
  },
});

export const nightly: readonly Schedule[] = [
  { job: nightlyBackup.name, cron: '10 1 * * *' },
  { job: tidy.name, cron: '40 1 * * *' },
];
