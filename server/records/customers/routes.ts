/** HTTP of customers: list, card, notes. */
import { customers as contract } from '../../../contract/customers.ts';
import { knownCaller } from '../../platform/caller.ts';
import { serve } from '../../platform/room.ts';
import { readCard, showCustomer } from './card/card.ts';
import { addCustomer, changeCustomer } from './card/edit.ts';
import { addNote, editNote, removeNote } from './card/notes.ts';
import { readTimeline } from './card/timeline.ts';
import { changeMany } from './list/bulk.ts';
import { exportCustomers } from './list/export.ts';
import { chosenBy } from './list/filter.ts';
import { countCustomers, listCustomers } from './list/list.ts';
import { countTags, countValues } from './list/values.ts';

export const routes = serve(contract, (platform) => {
  const { db } = platform.db;
  return {
    'GET /customers': async ({ query: { sort, limit, cursor, count, ...filter } }) => {
      const chosen = await chosenBy(db, filter, sort);
      const [page, total] = await Promise.all([
        listCustomers(db, chosen, { sort, limit, cursor }),
        count ? countCustomers(db, chosen) : null,
      ]);
      return { ...page, total };
    },
    'GET /customers/export': ({ query: { sort, ...filter }, caller, language }) =>
      exportCustomers(platform, knownCaller(caller), filter, sort, language),
    'GET /customers/tags': () => countTags(db),
    'GET /customers/values': ({ query }) => countValues(db, query.of, query.q),
    'POST /customers/bulk': ({ body: { change, ...selection }, caller }) =>
      changeMany(platform, knownCaller(caller), { selection, change }),
    'POST /customers': ({ body, caller, transaction }) =>
      transaction(async (tx) => readCard(tx, await addCustomer(tx, knownCaller(caller), body))),
    'GET /customers/:id': ({ params }) => showCustomer(db, params.id),
    'PATCH /customers/:id': ({ params, body, caller, transaction }) =>
      transaction(async (tx) => {
        await changeCustomer(tx, knownCaller(caller), params.id, body);
        return readCard(tx, params.id);
      }),
    'GET /customers/:id/timeline': async ({ params, query }) => ({ ...(await readTimeline(db, params.id, query)), total: null }),
    'POST /customers/:id/notes': ({ params, body, caller, transaction }) =>
      transaction((tx) => addNote(tx, knownCaller(caller), params.id, body.text)),
    'PATCH /customers/:id/notes/:noteId': ({ params, body, caller, transaction }) =>
      transaction((tx) => editNote(tx, knownCaller(caller), params.id, params.noteId, body.text)),
    'DELETE /customers/:id/notes/:noteId': ({ params, caller, transaction }) =>
      transaction((tx) => removeNote(tx, knownCaller(caller), params.id, params.noteId)),
  };
});
