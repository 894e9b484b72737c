/** Buyers: who they are, how each is recognised, and which records are one person. */
import type { Room } from '../../platform/room.ts';
import { customerProjection } from './projection.ts';
import { setTotals } from './totals.ts';

export { findAccounts } from './find.ts';
export { type BuyerRef, resolveBuyers } from './resolve.ts';
export { saveCustomers } from './save.ts';
export { takeBackCustomers } from './take-back.ts';
export { countSuspects } from './waiting.ts';

export const customers: Room = {
  name: 'customers',
  projections: [customerProjection],
  listens: { 'orders.totals_changed': (tx, { totals }) => setTotals(tx, totals) },
};
