/** HTTP of saved views. */
import { views as contract } from '../../../contract/views.ts';
import { knownCaller } from '../../platform/caller.ts';
import { serve } from '../../platform/room.ts';
import { listViews } from './store.ts';
import { changeView, dropView, ownerOf, saveView, shown } from './views.ts';

export const routes = serve(contract, ({ db: { db } }) => ({
  'GET /views': async ({ query, caller }) => {
    const viewer = knownCaller(caller);
    return (await listViews(db, query.list, ownerOf(viewer))).map((view) => shown(view, viewer));
  },
  'POST /views': ({ body, caller, transaction }) => transaction((tx) => saveView(tx, knownCaller(caller), body)),
  'PATCH /views/:id': ({ params, body, caller, transaction }) => transaction((tx) => changeView(tx, knownCaller(caller), params.id, body)),
  'DELETE /views/:id': ({ params, caller, transaction }) => transaction((tx) => dropView(tx, knownCaller(caller), params.id)),
}));
