/** HTTP of goods. */
import { catalog as contract } from '../../../contract/catalog.ts';
import { knownCaller } from '../../platform/caller.ts';
import { serve } from '../../platform/room.ts';
import { readCard } from './card.ts';
import { listCategories } from './category-list.ts';
import { changeProduct } from './edit.ts';
import { exportProducts } from './export.ts';
import { whereOf } from './filter.ts';
import { countProducts, listBrands, listProducts } from './list-store.ts';
import { mapProduct } from './map.ts';

export const routes = serve(contract, (platform) => {
  const { db } = platform.db;
  return {
    'GET /products': async ({ query: { sort, limit, cursor, count, ...filter } }) => {
      const where = await whereOf(db, filter);
      const [page, total] = await Promise.all([listProducts(db, where, { sort, limit, cursor }), count ? countProducts(db, where) : null]);
      return { ...page, total };
    },
    'GET /products/export': ({ query: { sort, ...filter }, caller, language }) =>
      exportProducts(db, knownCaller(caller), filter, sort, language),
    'GET /products/brands': ({ query: { q = '', limit } }) => listBrands(db, q, limit),
    'GET /products/:id': ({ params }) => readCard(platform, params.id),
    'PATCH /products/:id': async ({ params, body, caller, transaction }) => {
      await transaction((tx) => changeProduct(tx, knownCaller(caller), params.id, body));
      return readCard(platform, params.id);
    },
    'POST /products/unknown/map': ({ body, caller, transaction }) => transaction((tx) => mapProduct(tx, knownCaller(caller), body)),
    'GET /categories': () => listCategories(db),
  };
});
