/** The audit log as it is read: newest first, by who, what, whose and when. */
import { type RawBuilder, sql } from 'kysely';
import type { AuditFilter } from '../../../contract/audit.ts';
import { cutPage, keyset } from '../../platform/page.ts';
import type { Db } from '../../platform/postgres/database.ts';

export interface EntryRow {
  id: number;
  at: Date;
  actorKind: 'person' | 'key' | 'system';
  actorId: string;
  actorName: string;
  action: string;
  objectKind: string;
  objectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
}

/** Ids rise with time, so they are the order; an entry that commits late still stands at its place. */
const newestFirst = { column: sql`id`, id: sql`id`, type: 'bigint', descending: true };

/** @throws Problem `bad-cursor` */
export async function listEntries(db: Db, filter: AuditFilter, page: { limit: number; cursor?: string | undefined }) {
  const { where, orderBy } = keyset(newestFirst, page.cursor);
  const { rows } = await sql<EntryRow>`
    select id, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", action,
      object_kind as "objectKind", object_id as "objectId", before, after, address
    from audit.entries where ${sql.join([where, ...conditions(filter)], sql` and `)}
    order by ${orderBy} limit ${page.limit + 1}`.execute(db);
  return cutPage(rows, page.limit, (row) => [String(row.id), row.id]);
}

function conditions({ actorKind, actorId, action, objectKind, objectId, from, to }: AuditFilter): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = [];
  if (actorKind) found.push(sql`actor_kind = ${actorKind}`);
  if (actorId) found.push(sql`actor_id = ${actorId}`);
  if (action) found.push(action.endsWith('.') ? sql`starts_with(action, ${action})` : sql`action = ${action}`);
  if (objectKind) found.push(sql`object_kind = ${objectKind}`);
  if (objectId) found.push(sql`object_id = ${objectId}`);
  if (from) found.push(sql`at >= ${from}`);
  if (to) found.push(sql`at < ${to}`);
  return found;
}
