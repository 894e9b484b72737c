/** Stores orders as channels tell them: each once, the newest version wins, and none is dropped for what is unknown in it (SYN-7, SYN-8). */
import { sql } from 'kysely';
import type { OrderRecord } from '../../../contract/records.ts';
import { tidyFields } from '../../models/fields.ts';
import { contentHash, judgeVersion, newestOfEach, type SaveCounts, type Verdict } from '../../models/versions.ts';
import { fieldsOf } from '../../platform/fields.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import { copyRows, type Db } from '../../platform/postgres/database.ts';
import { takeIds } from '../../platform/postgres/ids.ts';
import { getWorkspace } from '../../platform/workspace.ts';
import { learnFacets } from './facets.ts';
import { tellGoods } from './heal.ts';
import { copyHistory, copyLines, copyPayments, deleteParts } from './parts-store.ts';
import type { OrderLinks, OrderToSave, PreparedOrder, StoredOrder } from './prepared-order.ts';
import { orderColumns, orderValues } from './row.ts';
import { type KnownStatuses, learnStatuses, statusOf } from './statuses.ts';

/** Says for each order of a batch whether it must be written, so that the rest costs nothing further. */
export async function judgeOrders(tx: Db, channelId: number, records: readonly OrderRecord[]): Promise<OrderToSave[]> {
  const { rows } = await sql<StoredOrder & { externalId: string }>`
    select id, external_id as "externalId", source_hash as hash, source_changed_at as "changedAt", lines_made as "linesMade", status,
      source_status as "sourceStatus", status_group as "statusGroup", status_since as "statusSince", completed_at as "completedAt", customer_id as "customerId"
    from orders.orders where channel_id = ${channelId} and external_id = any(${records.map((record) => record.externalId)})`.execute(tx);
  const known = new Map(rows.map((row) => [row.externalId, row]));
  return newestOfEach(records).map((record) => {
    const row = known.get(record.externalId) ?? null;
    const hash = contentHash(record);
    return { record, hash, known: row, verdict: judgeVersion(row ?? undefined, { hash, changedAt: record.changedAt }) };
  });
}

export function countVerdicts(judged: readonly { verdict: Verdict }[], received: number): SaveCounts {
  const count = (verdict: Verdict) => judged.filter((item) => item.verdict === verdict).length;
  return { created: count('new'), updated: count('changed'), unchanged: count('same') + received - judged.length, late: count('late') };
}

/**
 * Writes the new and changed orders of one batch.
 * @param wanted those judged `new` or `changed`, with their links in the same order
 * @returns customers whose totals may have changed
 */
export async function saveOrders(
  tx: Db,
  channelId: number,
  wanted: readonly OrderToSave[],
  links: readonly OrderLinks[],
  journal: Journal,
): Promise<number[]> {
  if (wanted.length === 0) return [];
  const statuses = await learnStatuses(
    tx,
    channelId,
    wanted.map(({ record }) => record),
  );
  const prepared = await prepare(tx, wanted, links, statuses);
  const changed = prepared.filter(({ verdict }) => verdict === 'changed');
  const fresh = prepared.filter(({ verdict }) => verdict === 'new');
  if (changed.length > 0) await replaceOrders(tx, changed, journal);
  await copyRows(
    tx,
    'orders.orders',
    ['id', 'channel_id', 'external_id', ...orderColumns],
    fresh.map((order) => [order.id, channelId, order.record.externalId, ...orderValues(order)]),
  );
  await copyLines(tx, prepared);
  await copyPayments(tx, prepared);
  await copyHistory(tx, prepared);
  await tellGoods(
    tx,
    changed.map(({ id }) => id),
  );
  await learnFacets(
    tx,
    prepared.map(({ record }) => record),
  );
  journal.created(
    'order',
    fresh.map(({ id }) => id),
  );
  await noteChanges(
    tx,
    'order',
    prepared.map(({ id }) => id),
  );
  return [
    ...new Set(prepared.flatMap((order) => [order.links.customerId, order.known?.customerId].filter((id) => typeof id === 'number'))),
  ];
}

async function prepare(
  tx: Db,
  wanted: readonly OrderToSave[],
  links: readonly OrderLinks[],
  statuses: KnownStatuses,
): Promise<PreparedOrder[]> {
  const ids = await takeIds(tx, 'orders.orders', wanted.filter(({ known }) => !known).length);
  const fieldsFrom = await readerOfFields(tx, wanted);
  return wanted.map((order, index) => ({
    ...order,
    ...statusOf(order, statuses),
    id: order.known?.id ?? (ids.shift() as number),
    links: links[index] as OrderLinks,
    fields: fieldsFrom(order.record.fields ?? {}),
  }));
}

type Fields = Record<string, unknown>;

async function readerOfFields(tx: Db, wanted: readonly OrderToSave[]): Promise<(values: Fields) => Fields> {
  if (!wanted.some(({ record }) => record.fields)) return (values) => values;
  const definitions = await fieldsOf(tx, 'orders');
  const { country } = await getWorkspace(tx);
  return (values) => tidyFields(definitions, values, country);
}

/** What people added to an order (comment, manager, tags) stays; what the channel says is replaced. */
async function replaceOrders(tx: Db, changed: readonly PreparedOrder[], journal: Journal): Promise<void> {
  const ids = changed.map(({ id }) => id);
  await keepBefore(tx, ids, journal);
  const rows = changed.map((order) =>
    Object.fromEntries([['id', order.id], ...orderValues(order).map((value, index) => [orderColumns[index], value ?? null])]),
  );
  const columns = orderColumns.filter((column) => column !== 'comment' && column !== 'fields');
  const assignments = sql.join(columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`));
  await sql`update orders.orders o set ${assignments}, comment = case when e.commented then o.comment else coalesce(r.comment, o.comment) end,
      fields = case when e.filled then r.fields || o.fields else o.fields || r.fields end, version = o.version + 1, updated_at = now(),
      returned_base = round(o.returned_total * r.rate)
    from jsonb_populate_recordset(null::orders.orders, ${JSON.stringify(rows)}::jsonb) r
    left join lateral (
      select bool_or(h.details -> 'after' ? 'comment') as commented, bool_or(h.details -> 'after' ? 'fields') as filled
      from orders.history h where h.order_id = r.id and h.kind = 'change') e on true
    where o.id = r.id`.execute(tx);
  await deleteParts(
    tx,
    ids,
    changed.filter(({ record }) => record.history).map(({ id }) => id),
  );
}

/** With what undoing needs to put it back: see `restoreOrders`. */
async function keepBefore(tx: Db, ids: readonly number[], journal: Journal): Promise<void> {
  const { rows } = await sql<{ row: object }>`
    select to_jsonb(o) || jsonb_build_object(
      'lines', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from orders.lines l where l.order_id = o.id),
      'payments', (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from orders.payments p where p.order_id = o.id),
      'history', (select coalesce(jsonb_agg(to_jsonb(h)), '[]') from orders.history h where h.order_id = o.id and h.author_kind = 'channel'),
      'links', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from orders.return_lines r where r.order_id = o.id)) as row
    from orders.orders o where id = any(${ids as number[]})`.execute(tx);
  journal.replaced(
    'order',
    rows.map(({ row }) => row),
  );
}
