/** What people write on an order: comment, manager, tags, custom fields, notes. Channels do not overwrite it. */
import { sql } from 'kysely';
import type { HistoryEntry, OrderChange } from '../../../contract/orders.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { changeFields } from '../../platform/record-fields.ts';
import { listHistory } from './card-store.ts';
import { rememberFacets } from './facets.ts';
import { addHistory } from './history-store.ts';
import { type MoveTarget, moveOrders } from './move-orders.ts';

type Written = Required<OrderChange>;

/** @throws Problem `not-found`, or `invalid` about custom fields */
export async function changeOrder(tx: Db, author: Actor, id: number, change: OrderChange): Promise<void> {
  const before = await holdOrder(tx, id);
  const fields = change.fields && (await changeFields(tx, 'orders', before.fields, change.fields));
  const after: Written = { ...before, ...change, tags: tidyTags(change.tags ?? before.tags), fields: fields ?? before.fields };
  const changed = (Object.keys(change) as (keyof Written)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return;
  await sql`update orders.orders set comment = ${after.comment}, manager_id = ${after.managerId}, tags = ${after.tags},
    fields = ${JSON.stringify(after.fields)}::jsonb, version = version + 1, updated_at = now() where id = ${id}`.execute(tx);
  const details = { before: pick(before, changed), after: pick(after, changed) };
  await rememberFacets(
    tx,
    after.tags.map((tag) => ['tag', tag]),
  );
  await addHistory(tx, author, [{ orderId: id, kind: 'change', details }]);
  await noteChanges(tx, 'order', [id]);
  await audit(tx, author, { action: 'orders.changed', object: { kind: 'order', id }, ...details });
}

async function holdOrder(tx: Db, id: number): Promise<Written> {
  const { rows } = await sql<Written>`
    select comment, manager_id as "managerId", tags, fields from orders.orders where id = ${id} for update`.execute(tx);
  if (!rows[0]) throw notFound('order', id);
  return rows[0];
}

/** Each once, in order. */
const tidyTags = (tags: readonly string[]) => [...new Set(tags)].toSorted();

const pick = <T extends object>(from: T, keys: readonly (keyof T)[]) => Object.fromEntries(keys.map((key) => [key, from[key]]));

/** @throws Problem `not-found`, `orders:choose-status`, `orders:illegal-status` or `orders:no-such-status` */
export async function moveOrder(tx: Db, author: Actor, id: number, target: MoveTarget): Promise<void> {
  if (target.status === undefined && target.statusGroup === undefined) throw new Problem('orders:choose-status');
  const { changed, unchanged, refused } = await moveOrders(tx, author, [id], target);
  if (refused[0]) throw refused[0].problem;
  if (changed.length + unchanged.length === 0) throw notFound('order', id);
  if (changed.length > 0) await audit(tx, author, { action: 'orders.moved', object: { kind: 'order', id }, after: { ...target } });
}

/** @throws Problem `not-found` */
export async function addNote(tx: Db, author: Actor, id: number, text: string): Promise<HistoryEntry> {
  await holdOrder(tx, id);
  const [entryId] = await addHistory(tx, author, [{ orderId: id, kind: 'note', details: { text } }]);
  await audit(tx, author, { action: 'orders.noted', object: { kind: 'order', id } });
  const entry = (await listHistory(tx, id)).find((one) => one.id === entryId);
  if (!entry) throw new Error(`note on order ${id} was not stored`);
  return entry;
}
