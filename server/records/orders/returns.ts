/** Goods that came back: negative lines, each linked to the sale line that it takes back, at once or when the sale arrives (COL-2, SYN-8). */
import { sql } from 'kysely';
import type { ReturnRecord } from '../../../contract/records.ts';
import { contentHash, judgeVersion, newestOfEach, type Verdict } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import { copyRows, type Db } from '../../platform/postgres/database.ts';
import { takeIds } from '../../platform/postgres/ids.ts';
import { toBase } from './amounts.ts';
import type { OrderLinks } from './prepared-order.ts';

export interface ReturnToSave {
  record: ReturnRecord;
  hash: string;
  verdict: Verdict;
  known: { id: number; linesMade: number; customerId: number | null } | null;
}

export async function judgeReturns(tx: Db, channelId: number, records: readonly ReturnRecord[]): Promise<ReturnToSave[]> {
  const { rows } = await sql<{
    id: number;
    externalId: string;
    hash: string;
    changedAt: Date | null;
    linesMade: number;
    customerId: number | null;
  }>`
    select id, external_id as "externalId", source_hash as hash, source_changed_at as "changedAt", lines_made as "linesMade", customer_id as "customerId"
    from orders.returns where channel_id = ${channelId} and external_id = any(${records.map((record) => record.externalId)})`.execute(tx);
  const known = new Map(rows.map((row) => [row.externalId, row]));
  return newestOfEach(records).map((record) => {
    const row = known.get(record.externalId) ?? null;
    const hash = contentHash(record);
    return { record, hash, known: row, verdict: judgeVersion(row ?? undefined, { hash, changedAt: record.changedAt }) };
  });
}

type PreparedReturn = ReturnToSave & { id: number; links: OrderLinks };

/** Writes the new and changed returns of a batch; linking them to sales is `linkReturns`. Returns the ids written and the customers touched. */
export async function saveReturns(
  tx: Db,
  channelId: number,
  wanted: readonly ReturnToSave[],
  links: readonly OrderLinks[],
  journal: Journal,
): Promise<{ ids: number[]; customerIds: number[] }> {
  const newIds = await takeIds(tx, 'orders.returns', wanted.filter(({ known }) => !known).length);
  const prepared: PreparedReturn[] = wanted.map((item, index) => ({
    ...item,
    links: links[index] as OrderLinks,
    id: item.known?.id ?? (newIds.shift() as number),
  }));
  await replaceReturns(
    tx,
    prepared.filter(({ verdict }) => verdict === 'changed'),
    journal,
  );
  const fresh = prepared.filter(({ verdict }) => verdict === 'new');
  await copyRows(
    tx,
    'orders.returns',
    ['id', 'channel_id', 'external_id', ...returnColumns],
    fresh.map((item) => [item.id, channelId, item.record.externalId, ...returnValues(item)]),
  );
  await copyReturnLines(tx, prepared);
  journal.created(
    'return',
    fresh.map(({ id }) => id),
  );
  await noteChanges(
    tx,
    'return',
    prepared.map(({ id }) => id),
  );
  const customerIds = prepared.flatMap((item) => [item.links.customerId, item.known?.customerId].filter((id) => typeof id === 'number'));
  return { ids: prepared.map(({ id }) => id), customerIds: [...new Set(customerIds)] };
}

export const returnColumns = [
  'order_external_id',
  'buyer_id',
  'customer_id',
  'returned_at',
  'status',
  'reason',
  'currency',
  'rate',
  'total',
  'total_base',
  'lines_made',
  'source_hash',
  'source_changed_at',
] as const;

function returnValues({ record, links, hash, known }: PreparedReturn) {
  const total = -record.lines.reduce((sum, line) => sum + line.total, 0);
  return [
    record.orderExternalId,
    links.buyerId,
    links.customerId,
    record.returnedAt,
    record.status,
    record.reason,
    record.currency,
    record.rate ?? 1,
    total,
    toBase(total, record.rate ?? 1),
    Math.max(record.lines.length, known?.linesMade ?? 0),
    hash,
    record.changedAt,
  ];
}

async function replaceReturns(tx: Db, changed: readonly PreparedReturn[], journal: Journal): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  const before = await sql<{ row: object }>`
    select to_jsonb(r) || jsonb_build_object('lines', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from orders.return_lines l where l.return_id = r.id)) as row
    from orders.returns r where id = any(${ids})`.execute(tx);
  journal.replaced(
    'return',
    before.rows.map(({ row }) => row),
  );
  const rows = changed.map((item) =>
    Object.fromEntries([['id', item.id], ...returnValues(item).map((value, index) => [returnColumns[index], value ?? null])]),
  );
  const assignments = sql.join(returnColumns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`));
  await sql`update orders.returns o set ${assignments}, updated_at = now()
    from jsonb_populate_recordset(null::orders.returns, ${JSON.stringify(rows)}::jsonb) r where o.id = r.id`.execute(tx);
  const freed = await sql<{
    orderId: number;
  }>`delete from orders.return_lines where return_id = any(${ids}) returning order_id as "orderId"`.execute(tx);
  await sumReturns(
    tx,
    freed.rows.map(({ orderId }) => orderId).filter((id) => id !== null),
  );
}

async function copyReturnLines(tx: Db, items: readonly PreparedReturn[]): Promise<void> {
  await copyRows(
    tx,
    'orders.return_lines',
    ['return_id', 'line_no', 'product_external_id', 'sku', 'product_id', 'name', 'quantity', 'price', 'total'],
    items.flatMap(({ id, record, links }) =>
      record.lines.map((line, index) => [
        id,
        index + 1,
        line.productExternalId,
        line.sku,
        links.productOf(line),
        line.name,
        -line.quantity,
        line.price,
        -line.total,
      ]),
    ),
  );
}

/** What has come back of each order, summed anew. */
export async function sumReturns(tx: Db, orderIds: readonly number[]): Promise<void> {
  if (orderIds.length === 0) return;
  await sql`update orders.orders o set returned_total = coalesce(r.total, 0), returned_base = coalesce(round(r.total * o.rate), 0), updated_at = now()
    from unnest(${[...new Set(orderIds)]}::bigint[]) as touched(id)
    left join lateral (select -sum(l.total) as total from orders.return_lines l where l.order_id = touched.id) r on true
    where o.id = touched.id`.execute(tx);
  await noteChanges(tx, 'order', [...new Set(orderIds)]);
}
