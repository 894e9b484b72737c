/** The places where things are sold, as rows. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

export interface Channel {
  id: number;
  code: string;
  kind: string;
  name: string;
  isDemo: boolean;
}

/** Finds a channel by its code or makes it. */
export async function ensureChannel(tx: Db, channel: Omit<Channel, 'id' | 'isDemo'> & { isDemo?: boolean }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into channels.channels (code, kind, name, is_demo) values (${channel.code}, ${channel.kind}, ${channel.name}, ${channel.isDemo ?? false})
    on conflict (code) do update set code = excluded.code returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`channel ${channel.code} was not stored`);
  return id;
}

export async function listChannels(db: Db): Promise<Channel[]> {
  const { rows } = await sql<Channel>`select id, code, kind, name, is_demo as "isDemo" from channels.channels order by id`.execute(db);
  return rows;
}
