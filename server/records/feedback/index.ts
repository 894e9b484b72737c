/** Reviews of goods from every channel. */
import type { Room } from '../../platform/room.ts';
import { followGoods, forgetAccounts, forgetOffers, forgetOrders, forgetProducts, healProducts, moveToOwner } from './heal.ts';
import { routes } from './routes.ts';

export { fillReviews, findWaitingReviews } from './heal.ts';
export { type ReviewLinks, saveReviews } from './save.ts';
export { findReviews, takeBackReviews } from './take-back.ts';
export { countUnanswered } from './waiting.ts';

export const feedback: Room = {
  name: 'feedback',
  ...routes,
  listens: {
    'catalog.offers_added': healProducts,
    'catalog.offers_removed': forgetOffers,
    'catalog.products_removed': forgetProducts,
    'orders.goods_changed': followGoods,
    'orders.removed': forgetOrders,
    'customers.accounts_removed': forgetAccounts,
    'customers.owner_changed': moveToOwner,
  },
};
