/** HTTP of merges, possible duplicates and data quality. */
import { customerCare as contract } from '../../../../contract/customer-care.ts';
import { knownCaller } from '../../../platform/caller.ts';
import { serve } from '../../../platform/room.ts';
import { mergeCustomers } from '../merges/merge.ts';
import { unmergeCustomers } from '../merges/unmerge.ts';
import { cureContacts } from './cure.ts';
import { findSuspectsJob } from './find-suspects.ts';
import { measureQuality } from './quality.ts';
import { dismiss, showSuspects } from './suspects.ts';

export const careRoutes = serve(contract, (platform) => {
  const { db } = platform.db;
  return {
    'POST /customers/:id/merges': ({ params, body, caller, transaction }) =>
      transaction((tx) => mergeCustomers(tx, platform.jobs, knownCaller(caller), [params.id, body.otherId], body.reason)),
    'DELETE /customers/:id/merges/:mergeId': ({ params, caller, transaction }) =>
      transaction((tx) => unmergeCustomers(tx, platform.jobs, knownCaller(caller), params.id, params.mergeId)),
    'GET /customers/suspects': async ({ query }) => ({ ...(await showSuspects(db, query)), total: null }),
    'POST /customers/suspects/search': async ({ caller }) => ({
      jobId: await platform.jobs.start(findSuspectsJob.name, {}, { startedBy: knownCaller(caller).name }),
    }),
    'POST /customers/suspects/:id/dismissal': ({ params, caller, transaction }) =>
      transaction((tx) => dismiss(tx, knownCaller(caller), params.id)),
    'GET /customers/quality': () => measureQuality(db),
    'POST /customers/quality/cure': ({ body: { cure, ...selection }, caller }) =>
      cureContacts(platform, knownCaller(caller), { selection, cure }),
  };
});
