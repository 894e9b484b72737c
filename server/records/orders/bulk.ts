/** One change to many orders: what cannot be changed is listed, the rest is done (ORD-9). */
import { sql } from 'kysely';
import type { Language } from '../../../contract/language.ts';
import type { BulkChange, BulkResult, OrderFilter } from '../../../contract/orders.ts';
import { type Actor, audit } from '../../platform/audit.ts';
import { Problem, problemWords } from '../../platform/http/problem.ts';
import { defineJob } from '../../platform/job-definition.ts';
import type { JobHandle } from '../../platform/jobs.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { rememberFacets } from './facets.ts';
import { ordersWhere } from './filter.ts';
import { addHistory } from './history-store.ts';
import { idsOf } from './list-store.ts';
import { moveOrders } from './move-orders.ts';

export interface BulkWork {
  ids?: number[] | undefined;
  filter?: OrderFilter | undefined;
  change: BulkChange;
}

interface JobInput extends BulkWork {
  author: Actor;
  language: Language;
}

type Outcome = Omit<BulkResult, 'jobId'>;

/** What a person waits for; more is work for the background. */
const atOnce = 200;

/** Small enough that other writers get in between. */
const batchOrders = 500;

const mostFailures = 1_000;

export const bulkJob = defineJob<JobInput>({ name: 'orders.bulk', run: (platform, input, job) => changeAll(platform, input, job) });

/** @throws Problem where nothing or both ways to choose are given, or there is nothing to change */
export async function changeMany(platform: Platform, author: Actor, work: BulkWork, language: Language): Promise<BulkResult> {
  if ((work.ids === undefined) === (work.filter === undefined)) throw new Problem('orders:choose-orders');
  if (Object.values(work.change).every((value) => value === undefined)) throw new Problem('orders:nothing-to-change');
  const ids = await batchAfter(platform.db.db, work, 0, atOnce + 1);
  return platform.db.transaction(async (tx) => {
    await auditBulk(tx, author, work);
    if (ids.length <= atOnce) return { jobId: null, ...(await changeBatch(tx, author, ids, work.change, language)) };
    const { kind, id, name, address } = author;
    const jobId = await platform.jobs.start(
      bulkJob.name,
      { ...work, author: { kind, id, name, address }, language },
      { tx, startedBy: author.name },
    );
    return { jobId, changed: 0, unchanged: 0, failed: [] };
  });
}

/** Begun again after a crash it finds what is done unchanged. */
async function changeAll(platform: Platform, { author, language, ...work }: JobInput, job: JobHandle): Promise<Outcome> {
  const { db } = platform.db;
  const total = work.ids?.length ?? (await countOf(db, work.filter as OrderFilter));
  const all: Outcome = { changed: 0, unchanged: 0, failed: [] };
  let done = 0;
  for (let after = 0; ; job.signal.throwIfAborted()) {
    const ids = await batchAfter(db, work, after, batchOrders);
    const last = ids.at(-1);
    if (last === undefined) return all;
    const outcome = await platform.db.transaction((tx) => changeBatch(tx, author, ids, work.change, language));
    all.changed += outcome.changed;
    all.unchanged += outcome.unchanged;
    all.failed.push(...outcome.failed.slice(0, mostFailures - all.failed.length));
    after = last;
    done += ids.length;
    await job.progress(done, total);
  }
}

/** By id, so that a change which takes an order out of the filter skips no other. */
async function batchAfter(db: Db, { ids, filter }: BulkWork, after: number, limit: number): Promise<number[]> {
  if (!ids) return idsOf(db, await ordersWhere(db, filter as OrderFilter), after, limit);
  return [...new Set(ids)]
    .filter((id) => id > after)
    .toSorted((a, b) => a - b)
    .slice(0, limit);
}

async function countOf(db: Db, filter: OrderFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${await ordersWhere(db, filter)}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function changeBatch(tx: Db, author: Actor, ids: readonly number[], change: BulkChange, language: Language): Promise<Outcome> {
  const missing = await missingOf(tx, ids);
  const failed = missing.map((id) => ({
    id,
    number: null,
    ...told(new Problem('not-found', { values: { what: 'order', id } }), language),
  }));
  const changed = new Set(await label(tx, author, ids, change));
  if (change.status !== undefined || change.statusGroup !== undefined) {
    const moved = await moveOrders(tx, author, ids, change);
    for (const id of moved.changed) changed.add(id);
    failed.push(
      ...(moved.refused.map(({ id, number, problem }) => ({
        id,
        number: number as string | null,
        ...told(problem, language),
      })) as typeof failed),
    );
    for (const { id } of moved.refused) changed.delete(id);
  }
  return { changed: changed.size, unchanged: ids.length - changed.size - failed.length, failed };
}

const told = ({ code, values }: Problem, language: Language) => ({ code, says: problemWords(code, values, language) });

async function missingOf(tx: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select u.id from unnest(${ids as number[]}::bigint[]) as u(id) where not exists (select from orders.orders o where o.id = u.id)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Tags and manager, where they differ. */
async function label(
  tx: Db,
  author: Actor,
  ids: readonly number[],
  { addTags = [], removeTags = [], managerId }: BulkChange,
): Promise<number[]> {
  if (addTags.length + removeTags.length === 0 && managerId === undefined) return [];
  const manager = managerId === undefined ? sql`o.manager_id` : sql`${managerId}::bigint`;
  const { rows } = await sql<{ id: number }>`
    update orders.orders o set tags = n.tags, manager_id = ${manager}, version = version + 1, updated_at = now()
    from (select x.id, array(select distinct t from unnest(x.tags || ${addTags}::text[]) as t where t <> all(${removeTags}::text[]) order by t) as tags
      from orders.orders x where x.id = any(${ids as number[]}) order by x.id for update) n
    where o.id = n.id and (n.tags, ${manager}) is distinct from (o.tags, o.manager_id)
    returning o.id`.execute(tx);
  const changed = rows.map(({ id }) => id);
  await rememberFacets(
    tx,
    addTags.map((tag) => ['tag', tag]),
  );
  const details = {
    after: {
      ...(addTags.length > 0 && { addTags }),
      ...(removeTags.length > 0 && { removeTags }),
      ...(managerId !== undefined && { managerId }),
    },
  };
  await addHistory(
    tx,
    author,
    changed.map((orderId) => ({ orderId, kind: 'change', details })),
  );
  await noteChanges(tx, 'order', changed);
  return changed;
}

async function auditBulk(tx: Db, author: Actor, { ids, filter, change }: BulkWork): Promise<void> {
  const chosen = filter ? { filter } : { orders: ids?.length };
  await audit(tx, author, { action: 'orders.changed-in-bulk', object: { kind: 'orders', id: 'bulk' }, after: { ...chosen, change } });
}
