/** Who may see and change a saved view: one's own always; a shared one is changed by its owner or by those who may change settings. */
import type { SavedView } from '../../../contract/views.ts';
import { audit } from '../../platform/audit.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { Caller } from '../../platform/room.ts';
import { addView, deleteView, holdView, type StoredView, updateView } from './store.ts';

export type ViewChange = Partial<Pick<SavedView, 'name' | 'isShared' | 'search' | 'columns' | 'position'>>;

export const ownerOf = ({ kind, id }: Caller) => `${kind}:${id}`;

export function shown({ owner, ...view }: StoredView, caller: Caller): SavedView {
  return { ...view, isOwn: owner === ownerOf(caller) };
}

export async function saveView(
  tx: Db,
  caller: Caller,
  view: Pick<SavedView, 'list' | 'name' | 'isShared' | 'search' | 'columns'>,
): Promise<SavedView> {
  const added = await addView(tx, { ...view, owner: ownerOf(caller), ownerName: caller.name });
  await audit(tx, caller, { action: 'views.saved', object: { kind: 'view', id: added.id }, after: { ...view } });
  return shown(added, caller);
}

/** @throws Problem `not-found`, also about a view that is someone else's alone, or `views:not-yours` */
export async function changeView(tx: Db, caller: Caller, id: number, change: ViewChange): Promise<SavedView> {
  const before = await requireView(tx, caller, id);
  const after = { ...before, ...change };
  await updateView(tx, after);
  await audit(tx, caller, { action: 'views.changed', object: { kind: 'view', id }, before: { ...before }, after: { ...after } });
  return shown(after, caller);
}

/** @throws Problem as `changeView` */
export async function dropView(tx: Db, caller: Caller, id: number): Promise<void> {
  const before = await requireView(tx, caller, id);
  await deleteView(tx, id);
  await audit(tx, caller, { action: 'views.dropped', object: { kind: 'view', id }, before: { ...before } });
}

async function requireView(tx: Db, caller: Caller, id: number): Promise<StoredView> {
  const view = await holdView(tx, id);
  const isOwn = view?.owner === ownerOf(caller);
  if (!view || !(isOwn || view.isShared)) throw notFound('view', id);
  if (!isOwn && !caller.permissions.has('settings.write'))
    throw new Problem('views:not-yours', { status: 403, values: { owner: view.ownerName } });
  return view;
}
