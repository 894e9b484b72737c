/** Saved views in PostgreSQL. */
import { sql } from 'kysely';
import type { SavedView } from '../../../contract/views.ts';
import type { Db } from '../../platform/postgres/database.ts';

export interface StoredView extends Omit<SavedView, 'isOwn'> {
  /** `person:7` or `key:3`. */
  owner: string;
}

const columns = sql`id, list, name, is_shared as "isShared", search, columns, position, owner, owner_name as "ownerName"`;

/** Those of this owner, and the shared ones. */
export async function listViews(db: Db, list: SavedView['list'], owner: string): Promise<StoredView[]> {
  const { rows } = await sql<StoredView>`
    select ${columns} from views.views where list = ${list} and (owner = ${owner} or is_shared) order by position, id`.execute(db);
  return rows;
}

export async function holdView(tx: Db, id: number): Promise<StoredView | null> {
  const { rows } = await sql<StoredView>`select ${columns} from views.views where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

export async function addView(tx: Db, view: Omit<StoredView, 'id' | 'position'>): Promise<StoredView> {
  const { rows } = await sql<StoredView>`
    insert into views.views (list, name, is_shared, search, columns, owner, owner_name, position)
    values (${view.list}, ${view.name}, ${view.isShared}, ${JSON.stringify(view.search)}, ${view.columns}, ${view.owner}, ${view.ownerName},
      (select coalesce(max(position), 0) + 1 from views.views where list = ${view.list}))
    returning ${columns}`.execute(tx);
  return rows[0] as StoredView;
}

export async function updateView(tx: Db, { id, name, isShared, search, columns: shownColumns, position }: StoredView): Promise<void> {
  await sql`update views.views set name = ${name}, is_shared = ${isShared}, search = ${JSON.stringify(search)}::jsonb, columns = ${shownColumns},
    position = ${position}, updated_at = now() where id = ${id}`.execute(tx);
}

export async function deleteView(tx: Db, id: number): Promise<void> {
  await sql`delete from views.views where id = ${id}`.execute(tx);
}
