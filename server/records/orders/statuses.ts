/** Which group each status of each channel belongs to. A status nobody has mapped is kept, taken as new, and shown for mapping (ORD-2). */
import { sql } from 'kysely';
import type { OrderRecord, StatusGroup } from '../../../contract/records.ts';
import type { Db } from '../../platform/postgres/database.ts';

export type KnownStatuses = Map<string, { group: StatusGroup; known: boolean }>;

/** Remembers every status a batch brings; a mapping that exists is never changed by a channel. */
export async function learnStatuses(tx: Db, channelId: number, records: readonly OrderRecord[]): Promise<KnownStatuses> {
  const told = new Map<string, StatusGroup | null>();
  for (const { status, statusGroup } of records) if (!told.get(status)) told.set(status, statusGroup ?? null);
  const codes = [...told.keys()];
  await sql`insert into orders.statuses (channel_id, code, status_group, known)
    select ${channelId}, r.code, coalesce(r.status_group, 'new'), r.status_group is not null
    from unnest(${codes}::text[], ${codes.map((code) => told.get(code))}::text[]) as r(code, status_group)
    on conflict (channel_id, code) do update set status_group = excluded.status_group, known = true
    where not orders.statuses.known and excluded.known`.execute(tx);
  const { rows } = await sql<{ code: string; group: StatusGroup; known: boolean }>`
    select code, status_group as group, known from orders.statuses where channel_id = ${channelId} and code = any(${codes})`.execute(tx);
  return new Map(rows.map((row) => [row.code, row]));
}

interface StoredStatus {
  status: string;
  sourceStatus: string;
  statusGroup: StatusGroup;
}

/** A person's move stands until the channel tells another status than it told before. */
export function statusOf({ record, known }: { record: OrderRecord; known: StoredStatus | null }, statuses: KnownStatuses) {
  const isMovedByHand = known !== null && known.status !== known.sourceStatus && known.sourceStatus === record.status;
  if (isMovedByHand) return { status: known.status, statusGroup: known.statusGroup, statusKnown: true };
  const told = statuses.get(record.status);
  return { status: record.status, statusGroup: told?.group ?? ('new' as const), statusKnown: told?.known ?? false };
}
