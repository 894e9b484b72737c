/** The places where things are sold, as rows. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

export interface Channel {
  id: number;
  code: string;
  kind: string;
  name: string;
  isDemo: boolean;
  /** When records last came in from it. */
  receivedAt: Date | null;
}

type NewChannel = Pick<Channel, 'code' | 'kind' | 'name'> & { isDemo?: boolean };

/** Finds a channel by its code or makes it. */
export async function ensureChannel(tx: Db, channel: NewChannel): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into channels.channels (code, kind, name, is_demo) values (${channel.code}, ${channel.kind}, ${channel.name}, ${channel.isDemo ?? false})
    on conflict (code) do update set code = excluded.code returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`channel ${channel.code} was not stored`);
  return id;
}

export async function listChannels(db: Db): Promise<Channel[]> {
  const { rows } = await sql<Channel>`
    select id, code, kind, name, is_demo as "isDemo", received_at as "receivedAt" from channels.channels order by id`.execute(db);
  return rows;
}

/** Said by intake in the transaction that stores the records. @returns the channel's kind */
export async function noteReceived(tx: Db, id: number): Promise<string> {
  const { rows } = await sql<{ kind: string }>`update channels.channels set received_at = now() where id = ${id} returning kind`.execute(
    tx,
  );
  if (!rows[0]) throw new Error(`there is no channel ${id}`);
  return rows[0].kind;
}

/** @returns the former name, or null where there is no such channel */
export async function renameChannel(tx: Db, id: number, name: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name from channels.channels where id = ${id} for update`.execute(tx);
  await sql`update channels.channels set name = ${name} where id = ${id}`.execute(tx);
  return rows[0]?.name ?? null;
}
