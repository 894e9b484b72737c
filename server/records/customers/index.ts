/** Buyers: who they are, how each is recognised, and which records are one person. */
import type { Room } from '../../platform/room.ts';
import { cureJob } from './care/cure.ts';
import { findSuspectsJob } from './care/find-suspects.ts';
import { careRoutes } from './care/routes.ts';
import { companyRoutes } from './companies/routes.ts';
import { bulkJob } from './list/bulk.ts';
import { followJob } from './merges/follow-events.ts';
import { customerProjection } from './projection.ts';
import { routes } from './routes.ts';
import { setTotals } from './totals.ts';

export type { BuyerRef } from './contacts.ts';
export { findAccounts } from './find.ts';
export { takeIntakeLock } from './lock.ts';
export { resolveBuyers } from './resolve.ts';
export { saveCustomers } from './save.ts';
export { takeBackCustomers } from './take-back.ts';
export { countSuspects } from './waiting.ts';

const served = [routes, careRoutes, companyRoutes];

export const customers: Room = {
  name: 'customers',
  contract: Object.assign({}, ...served.map(({ contract }) => contract)),
  routes: (platform) => Object.assign({}, ...served.map((part) => part.routes(platform))),
  jobs: [bulkJob, cureJob, findSuspectsJob, followJob],
  schedules: [{ job: findSuspectsJob.name, cron: '40 1 * * *' }],
  projections: [customerProjection],
  listens: { 'orders.totals_changed': (tx, { totals }) => setTotals(tx, totals) },
};
