/** The statuses that channels use, and which group each belongs to; what people decide here wins over what a channel says (ORD-2). */
import { sql } from 'kysely';
import type { OrderStatus } from '../../../contract/orders.ts';
import type { StatusGroup } from '../../../contract/records.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { notFound } from '../../platform/http/problem.ts';
import { defineJob } from '../../platform/job-definition.ts';
import type { JobHandle } from '../../platform/jobs.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { tellTotals } from './totals.ts';

const columns = sql`s.id, s.channel_id as "channelId", s.code, s.name, s.status_group as "statusGroup", s.known,
  (select count(*) from orders.orders o where o.status = s.code and o.channel_id = s.channel_id) as orders`;

export async function listStatuses(db: Db, channels: readonly number[] | undefined): Promise<OrderStatus[]> {
  const { rows } = await sql<OrderStatus>`
    select ${columns} from orders.statuses s where ${channels ? sql`s.channel_id = any(${channels as number[]})` : sql`true`}
    order by s.channel_id, array_position(array['new', 'approval', 'assembly', 'delivery', 'done', 'cancelled'], s.status_group), s.code`.execute(
    db,
  );
  return rows;
}

export interface StatusChange {
  statusGroup?: StatusGroup | undefined;
  name?: string | null | undefined;
}

/** Its orders follow in the background. @throws Problem `not-found` */
export async function changeStatus(
  platform: Platform,
  author: Actor,
  id: number,
  change: StatusChange,
): Promise<OrderStatus & { jobId: string | null }> {
  return platform.db.transaction(async (tx) => {
    const before = await holdStatus(tx, id);
    const name = change.name === undefined ? before.name : change.name || null;
    const group = change.statusGroup ?? before.statusGroup;
    const known = before.known || change.statusGroup !== undefined;
    await sql`update orders.statuses set name = ${name}, status_group = ${group}, known = ${known} where id = ${id}`.execute(tx);
    await audit(tx, author, {
      action: 'orders.status-mapped',
      object: { kind: 'status', id },
      before: { name: before.name, statusGroup: before.statusGroup },
      after: { name, statusGroup: group },
    });
    const isMoved = group !== before.statusGroup || known !== before.known;
    const jobId = isMoved ? await platform.jobs.start(remapJob.name, { statusId: id }, { tx, startedBy: author.name }) : null;
    return { ...(await holdStatus(tx, id)), jobId };
  });
}

async function holdStatus(tx: Db, id: number): Promise<OrderStatus> {
  const { rows } = await sql<OrderStatus>`select ${columns} from orders.statuses s where s.id = ${id} for update of s`.execute(tx);
  if (!rows[0]) throw notFound('status', id);
  return rows[0];
}

const batchOrders = 2_000;

export const remapJob = defineJob<{ statusId: number }>({
  name: 'orders.remap',
  run: (platform, { statusId }, job) => remapOrders(platform, statusId, job),
});

/** Brings every order with this status into its group, with flags, totals and facts. Begun again it goes on where it was. */
export async function remapOrders(
  platform: Platform,
  statusId: number,
  job: Pick<JobHandle, 'signal' | 'progress'>,
): Promise<{ orders: number }> {
  const total =
    (await sql<{ count: number }>`select count(*) as count from ${strays(statusId)}`.execute(platform.db.db)).rows[0]?.count ?? 0;
  for (let done = 0; ; job.signal.throwIfAborted()) {
    const moved = await platform.db.transaction((tx) => remapBatch(tx, statusId));
    if (moved === 0) return { orders: done };
    done += moved;
    await job.progress(done, Math.max(done, total));
  }
}

/** Orders of the status that are not yet where it says. */
const strays = (statusId: number) => sql`orders.statuses s join orders.orders o on o.channel_id = s.channel_id and o.status = s.code
  and (o.status_group <> s.status_group or s.known and 'unknown_status' = any(o.flags)) where s.id = ${statusId}`;

async function remapBatch(tx: Db, statusId: number): Promise<number> {
  const { rows } = await sql<{ id: number; customerId: number | null }>`
    update orders.orders o set status_group = m.status_group, flags = array_remove(o.flags, 'unknown_status'),
      completed_at = case when m.status_group = 'done' then coalesce(o.completed_at, o.delivered_at, o.status_since) end,
      version = o.version + 1, updated_at = now()
    from (select o.id, s.status_group from ${strays(statusId)} order by o.id limit ${batchOrders} for update of o) m
    where o.id = m.id returning o.id, o.customer_id as "customerId"`.execute(tx);
  await noteChanges(
    tx,
    'order',
    rows.map(({ id }) => id),
  );
  await tellTotals(tx, [...new Set(rows.map(({ customerId }) => customerId).filter((id) => id !== null))]);
  return rows.length;
}
