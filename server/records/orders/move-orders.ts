/** Moves orders by a person's hand: each legal move is made, each illegal one is refused with its reason (ORD-2, ORD-3). */
import { sql } from 'kysely';
import type { StatusGroup } from '../../../contract/records.ts';
import type { Actor } from '../../platform/audit.ts';
import { Problem } from '../../platform/http/problem.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { addHistory } from './history-store.ts';
import { isLegalMove } from './moves.ts';
import { tellTotals } from './totals.ts';

/** One of the two. */
export interface MoveTarget {
  status?: string | undefined;
  statusGroup?: StatusGroup | undefined;
}

export interface RefusedMove {
  id: number;
  number: string;
  problem: Problem;
}

export interface MoveResult {
  changed: number[];
  unchanged: number[];
  refused: RefusedMove[];
}

interface Held {
  id: number;
  number: string;
  channelId: number;
  status: string;
  statusGroup: StatusGroup;
  customerId: number | null;
}

interface Status {
  code: string;
  group: StatusGroup;
}

/** Orders that do not exist are in none of the lists. Runs in the caller's transaction. */
export async function moveOrders(tx: Db, author: Actor, ids: readonly number[], target: MoveTarget): Promise<MoveResult> {
  const held = await holdOrders(tx, ids);
  const targets = await targetsOf(tx, [...new Set(held.map(({ channelId }) => channelId))], target);
  const result: MoveResult = { changed: [], unchanged: [], refused: [] };
  const moves: { order: Held; to: Status }[] = [];
  for (const order of held) {
    const to = targets.get(order.channelId);
    const problem = problemOf(order, to, target);
    if (problem) result.refused.push({ id: order.id, number: order.number, problem });
    else if (!to || to.code === order.status || (target.status === undefined && to.group === order.statusGroup))
      result.unchanged.push(order.id);
    else moves.push({ order, to });
  }
  await write(tx, author, moves);
  result.changed = moves.map(({ order }) => order.id);
  return result;
}

function problemOf({ statusGroup: from }: Held, to: Status | undefined, { status, statusGroup }: MoveTarget): Problem | null {
  if (!to) return new Problem('orders:no-such-status', { values: { status: status ?? statusGroup ?? '' } });
  return isLegalMove(from, to.group) ? null : new Problem('orders:illegal-status', { status: 409, values: { from, to: to.group } });
}

async function holdOrders(tx: Db, ids: readonly number[]): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select id, number, channel_id as "channelId", status, status_group as "statusGroup", customer_id as "customerId"
    from orders.orders where id = any(${ids as number[]}) order by id for update`.execute(tx);
  return rows;
}

async function targetsOf(tx: Db, channelIds: readonly number[], { status, statusGroup }: MoveTarget): Promise<Map<number, Status>> {
  if (statusGroup !== undefined) await ensureGroup(tx, channelIds, statusGroup);
  const wanted = status === undefined ? sql`status_group = ${statusGroup}` : sql`code = ${status}`;
  const { rows } = await sql<Status & { channelId: number }>`
    select distinct on (channel_id) channel_id as "channelId", code, status_group as group
    from orders.statuses where channel_id = any(${channelIds as number[]}) and known and ${wanted} order by channel_id, id`.execute(tx);
  return new Map(rows.map((row) => [row.channelId, row]));
}

/** A channel that never sent a status of the group gets one that is called like it. */
async function ensureGroup(tx: Db, channelIds: readonly number[], group: StatusGroup): Promise<void> {
  await sql`insert into orders.statuses (channel_id, code, status_group, known)
    select channel_id, ${group}, ${group}, true from unnest(${channelIds as number[]}::bigint[]) as channel_id
    where not exists (select from orders.statuses s where s.channel_id = channel_id.channel_id and s.status_group = ${group} and s.known)
    on conflict do nothing`.execute(tx);
}

async function write(tx: Db, author: Actor, moves: readonly { order: Held; to: Status }[]): Promise<void> {
  if (moves.length === 0) return;
  const ids = moves.map(({ order }) => order.id);
  await sql`update orders.orders o set status = m.status, status_group = m.status_group, status_since = now(),
      completed_at = case when m.status_group = 'done' then coalesce(o.completed_at, now()) end,
      flags = array_remove(o.flags, 'unknown_status'), version = o.version + 1, updated_at = now()
    from unnest(${ids}::bigint[], ${moves.map(({ to }) => to.code)}::text[], ${moves.map(({ to }) => to.group)}::text[]) as m(id, status, status_group)
    where o.id = m.id`.execute(tx);
  await addHistory(
    tx,
    author,
    moves.map(({ order, to }) => ({ orderId: order.id, kind: 'status', status: to.code, statusGroup: to.group })),
  );
  await noteChanges(tx, 'order', ids);
  const counted = moves.filter(({ order, to }) => (order.statusGroup === 'cancelled') !== (to.group === 'cancelled'));
  await tellTotals(tx, [...new Set(counted.map(({ order }) => order.customerId).filter((id) => id !== null))]);
}
