/** HTTP of stock. */
import { stock as contract } from '../../../contract/stock.ts';
import { audit } from '../../platform/audit.ts';
import { knownCaller } from '../../platform/caller.ts';
import { notFound } from '../../platform/http/problem.ts';
import { serve } from '../../platform/room.ts';
import { listLevels, listWarehouses, renameWarehouse } from './store.ts';

export const routes = serve(contract, ({ db: { db } }) => ({
  'GET /stock': async ({ query: { limit, cursor, ...filter } }) => ({ ...(await listLevels(db, filter, { limit, cursor })), total: null }),
  'GET /stock/warehouses': () => listWarehouses(db),
  'PATCH /stock/warehouses/:id': ({ params: { id }, body: { name }, caller, transaction }) =>
    transaction(async (tx) => {
      const before = await renameWarehouse(tx, id, name);
      await audit(tx, knownCaller(caller), {
        action: 'stock.warehouse-named',
        object: { kind: 'warehouse', id },
        before: { name: before },
        after: { name },
      });
      const after = (await listWarehouses(tx)).find((warehouse) => warehouse.id === id);
      if (!after) throw notFound('warehouse', id);
      return after;
    }),
}));
