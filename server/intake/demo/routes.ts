/** HTTP of the demo shop: is it open, open it, take it away. */
import { demo as contract } from '../../../contract/demo.ts';
import { knownCaller } from '../../platform/caller.ts';
import { serve } from '../../platform/room.ts';
import { closeShop, openShop, viewShop } from './open.ts';

export const routes = serve(contract, (platform) => ({
  'GET /demo': () => viewShop(platform.db.db),
  'POST /demo': ({ body, caller, transaction }) =>
    transaction(async (tx) => {
      await openShop(tx, platform, body, knownCaller(caller));
      return viewShop(tx);
    }),
  'DELETE /demo': ({ caller, transaction }) =>
    transaction(async (tx) => {
      await closeShop(tx, platform, knownCaller(caller));
      return viewShop(tx);
    }),
}));
