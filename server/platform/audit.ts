/** Writes who did what into the audit log, in the transaction that does it. Reading is a room of its own. */
import { sql } from 'kysely';
import type { Db } from './postgres/database.ts';
import type { Caller } from './room.ts';

/** The house itself: a schedule, or a person at the command line of the server. */
export const system: Actor = { kind: 'system', id: 'system', name: 'system' };

export interface Actor extends Pick<Caller, 'id' | 'name' | 'address'> {
  kind: Caller['kind'] | 'system';
}

export interface AuditNote {
  /** `<room>.<what was done>`, in the past: `orders.cancelled`. Its words stand in the room's `audit` group. */
  action: string;
  object: { kind: string; id: string | number };
  /** What changed, as it was and as it is; a whole record is not needed. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

const secretName = /password|secret|token|credential|apikey|api_key|recovery|hash/i;

/** Adds one entry. Bulk work writes one entry for the whole run, not one per row. */
export async function audit(tx: Db, actor: Actor, note: AuditNote): Promise<void> {
  await sql`
    insert into audit.entries (actor_kind, actor_id, actor_name, action, object_kind, object_id, before, after, address)
    values (${actor.kind}, ${actor.id}, ${actor.name}, ${note.action}, ${note.object.kind}, ${String(note.object.id)},
      ${jsonOf(note.before)}, ${jsonOf(note.after)}, ${actor.address ?? null})`.execute(tx);
}

function jsonOf(value: Record<string, unknown> | null | undefined): string | null {
  return value ? JSON.stringify(value, hideSecrets) : null;
}

/** A last net: rooms do not hand secrets over, and if one does, the log does not keep it. */
function hideSecrets(name: string, value: unknown): unknown {
  return secretName.test(name) && value !== null ? '***' : value;
}
