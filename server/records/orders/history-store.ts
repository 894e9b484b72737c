/** Writes what people and programs did to orders beside what the channel told. */
import { sql } from 'kysely';
import type { Actor } from '../../platform/audit.ts';
import type { Db } from '../../platform/postgres/database.ts';

export interface NewEntry {
  orderId: number;
  kind: 'status' | 'change' | 'note';
  status?: string;
  statusGroup?: string;
  details?: Record<string, unknown>;
}

/** @returns the ids of the entries, in order */
export async function addHistory(tx: Db, author: Actor, entries: readonly NewEntry[]): Promise<number[]> {
  if (entries.length === 0) return [];
  const rows = entries.map((entry, no) => ({
    no,
    order_id: entry.orderId,
    kind: entry.kind,
    status: entry.status ?? null,
    status_group: entry.statusGroup ?? null,
    details: entry.details ?? null,
  }));
  const { rows: added } = await sql<{ id: number }>`
    insert into orders.history (order_id, at, kind, status, status_group, details, author_kind, author)
    select r.order_id, now(), r.kind, r.status, r.status_group, r.details, ${author.kind}, ${author.name}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(no int, order_id bigint, kind text, status text, status_group text, details jsonb)
    order by r.no returning id`.execute(tx);
  return added.map(({ id }) => id);
}
