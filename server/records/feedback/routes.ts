/** HTTP of reviews. */
import { feedback as contract } from '../../../contract/feedback.ts';
import { serve } from '../../platform/room.ts';
import { listReviews, sumReviews, whereOf } from './store.ts';

export const routes = serve(contract, ({ db: { db } }) => ({
  'GET /reviews': async ({ query: { limit, cursor, count, ...filter } }) => {
    const where = await whereOf(db, filter);
    const [page, all] = await Promise.all([listReviews(db, where, { limit, cursor }), count ? sumReviews(db, where) : null]);
    return { ...page, total: all?.count ?? null };
  },
  'GET /reviews/summary': async ({ query }) => sumReviews(db, await whereOf(db, query)),
}));
