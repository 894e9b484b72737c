/** HTTP of orders. */
import { orders as contract, type OrderSummary } from '../../../contract/orders.ts';
import { knownCaller } from '../../platform/caller.ts';
import { serve } from '../../platform/room.ts';
import { changeMany } from './bulk.ts';
import { readCard } from './card.ts';
import { addNote, changeOrder, moveOrder } from './edit.ts';
import { exportOrders } from './export.ts';
import { findFacets } from './facets.ts';
import { ordersWhere } from './filter.ts';
import { type GroupSum, listOrders, sumGroups } from './list-store.ts';
import { changeStatus, listStatuses } from './status-map.ts';
import { listUnknownProducts } from './unknown-products.ts';

export const routes = serve(contract, (platform) => {
  const { db } = platform.db;
  return {
    'GET /orders': async ({ query: { sort, limit, cursor, count, ...filter } }) => {
      const orders = await ordersWhere(db, filter);
      const [page, groups] = await Promise.all([listOrders(db, orders, { sort, limit, cursor }), count ? sumGroups(db, orders) : null]);
      const all = groups && summaryOf(groups);
      return { ...page, total: all?.count ?? null, sum: all?.sum ?? null };
    },
    'GET /orders/summary': async ({ query }) => summaryOf(await sumGroups(db, await ordersWhere(db, query))),
    'GET /orders/facets/:facet': ({ params, query: { q = '', limit } }) => findFacets(db, params.facet, q, limit),
    'GET /orders/export': ({ query: { sort, ...filter }, caller, language }) =>
      exportOrders(db, knownCaller(caller), filter, sort, language),
    'POST /orders/bulk': ({ body, caller, language }) => changeMany(platform, knownCaller(caller), body, language),
    'GET /orders/:id': ({ params, language }) => readCard(db, params.id, language),
    'PATCH /orders/:id': async ({ params, body, caller, language, transaction }) => {
      await transaction((tx) => changeOrder(tx, knownCaller(caller), params.id, body));
      return readCard(db, params.id, language);
    },
    'POST /orders/:id/status': async ({ params, body, caller, language, transaction }) => {
      await transaction((tx) => moveOrder(tx, knownCaller(caller), params.id, body));
      return readCard(db, params.id, language);
    },
    'POST /orders/:id/notes': ({ params, body, caller, transaction }) =>
      transaction((tx) => addNote(tx, knownCaller(caller), params.id, body.text)),
    'GET /statuses': ({ query }) => listStatuses(db, query.channel),
    'PATCH /statuses/:id': ({ params, body, caller }) => changeStatus(platform, knownCaller(caller), params.id, body),
    'GET /products/unknown': ({ query }) => listUnknownProducts(db, query.channel, query.limit),
  };
});

function summaryOf(groups: readonly GroupSum[]): OrderSummary {
  const sumOf = (part: 'count' | 'sum' | 'returned') => groups.reduce((sum, group) => sum + group[part], 0);
  return {
    count: sumOf('count'),
    sum: sumOf('sum'),
    returned: sumOf('returned'),
    groups: groups.map(({ statusGroup, count, sum }) => ({ statusGroup, count, sum })),
  };
}
