/** HTTP of events: reading. Adding them is an operation of intake. */
import { events as contract, type Event } from '../../../contract/events.ts';
import { serve } from '../../platform/room.ts';
import { periodOf, productNames } from './store.ts';
import { listEvents, type StoredEvent } from './warehouse.ts';

export const routes = serve(contract, ({ db: { db }, warehouse }) => ({
  'GET /events': async ({ query: { limit, cursor, from, to, ...wanted } }) => {
    const period = from || to ? await periodOf(db, from, to) : {};
    const { rows, next } = await listEvents(warehouse, { ...wanted, ...period }, { limit, cursor });
    const names = await productNames(
      db,
      rows.map(({ productId }) => productId),
    );
    return { rows: rows.map((row) => shown(row, names)), next, total: null };
  },
}));

/** The facts know no null: emptiness stands for what was not told. */
function shown(
  { customerId, visitor, productId, productExternalId, section, query, quantity, amount, seconds, device, moment, ...row }: StoredEvent,
  names: Map<number, string>,
): Event {
  return {
    ...row,
    at: `${moment.replace(' ', 'T')}Z`,
    customerId: customerId || null,
    visitor: visitor || null,
    product: productId ? { id: productId, name: names.get(productId) ?? null } : null,
    productExternalId: productExternalId || null,
    section: section || null,
    query: query || null,
    quantity: quantity || null,
    amount: amount || null,
    seconds: seconds || null,
    device: device || null,
  };
}
