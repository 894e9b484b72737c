/** What was sold, paid, delivered and returned. */
import { noteChanges } from '../../platform/outbox.ts';
import type { Room } from '../../platform/room.ts';
import { bulkJob } from './bulk.ts';
import { forgetOffers, forgetProducts, healLines } from './heal.ts';
import { orderProjection, returnProjection } from './projections.ts';
import { routes } from './routes.ts';
import { remapJob } from './status-map.ts';
import { moveToOwner } from './totals.ts';

export { countBuyers, findOrders, findReturns } from './find.ts';
export { forgetStatuses } from './forget-channel.ts';
export { linkReturns, linkWaitingReturns } from './link-returns.ts';
export type { OrderLinks } from './prepared-order.ts';
export { judgeReturns, saveReturns } from './returns.ts';
export { countVerdicts, judgeOrders, saveOrders } from './save.ts';
export { customersInUse, productsInUse, takeBackOrders, takeBackReturns } from './take-back.ts';
export { tellTotals } from './totals.ts';
export { countWaiting } from './waiting.ts';

export const orders: Room = {
  name: 'orders',
  ...routes,
  jobs: [bulkJob, remapJob],
  projections: [orderProjection, returnProjection],
  listens: {
    'catalog.offers_added': healLines,
    'catalog.offers_removed': forgetOffers,
    'catalog.products_removed': forgetProducts,
    'customers.owner_changed': async (tx, event) => {
      const moved = await moveToOwner(tx, event);
      await noteChanges(tx, 'order', moved.orderIds);
      await noteChanges(tx, 'return', moved.returnIds);
    },
  },
};
