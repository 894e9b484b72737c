/**
 * Puts orders and returns back as they were before a batch of an import replaced them. What people did since stays: their comment, fields,
 * moves, tags and notes, and the merges of customers. Rows that are gone stay gone.
 */
import { sql } from 'kysely';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { StoredRow } from '../../platform/postgres/restore-rows.ts';
import { flagUnknown, tellGoods } from './heal.ts';
import { restoreLinks, restoreOrderParts, restoreReturnLines } from './restore-parts.ts';
import { returnColumns, sumReturns } from './returns.ts';
import { orderColumns } from './row.ts';
import { tellTotals } from './totals.ts';

const ownRules = new Set<string>([
  'customer_id',
  'comment',
  'fields',
  'status',
  'status_group',
  'status_since',
  'completed_at',
  'lines_made',
]);

/** @param rows as `keepBefore` of saving keeps them, each order once */
export async function restoreOrders(tx: Db, rows: readonly StoredRow[]): Promise<void> {
  const customers = await customersOf(tx, 'orders', rows);
  const present = await restoreOrderRows(tx, rows);
  if (present.length === 0) return;
  const ids = present.map(({ id }) => id);
  await restoreOrderParts(tx, present);
  await noteChanges(tx, 'return', await restoreLinks(tx, present));
  await sumReturns(tx, ids);
  await flagUnknown(tx, ids);
  await tellGoods(tx, ids);
  await noteChanges(tx, 'order', ids);
  await tellTotals(tx, [...new Set([...customers, ...(await customersOf(tx, 'orders', present))])]);
}

/** @returns the rows whose order still exists */
async function restoreOrderRows(tx: Db, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  const plain = orderColumns.filter((column) => !ownRules.has(column)).map((column) => sql`${sql.ref(column)} = k.${sql.ref(column)}`);
  const unlessMoved = ['status', 'status_group', 'status_since', 'completed_at'].map(
    (column) => sql`${sql.ref(column)} = case when e.moved then o.${sql.ref(column)} else k.${sql.ref(column)} end`,
  );
  const { rows: written } = await sql<{ id: number }>`
    update orders.orders o set ${sql.join([...plain, ...unlessMoved])}, customer_id = ${owner('orders')},
      comment = case when e.commented then o.comment else k.comment end, fields = case when e.filled then o.fields else k.fields end,
      lines_made = greatest(o.lines_made, k.lines_made), version = o.version + 1, updated_at = now()
    from jsonb_populate_recordset(null::orders.orders, ${JSON.stringify(rows)}::jsonb) k
    left join lateral (
      select bool_or(h.kind = 'status') as moved, bool_or(h.details -> 'after' ? 'comment') as commented, bool_or(h.details -> 'after' ? 'fields') as filled
      from orders.history h where h.order_id = k.id and h.author_kind <> 'channel' and h.at > k.updated_at) e on true
    where o.id = k.id returning o.id`.execute(tx);
  const present = new Set(written.map(({ id }) => id));
  return rows.filter(({ id }) => present.has(id));
}

/** Whose it is after merges: as it stands while the buyer is the same, else as the buyer's other purchases stand. */
function owner(table: 'orders' | 'returns') {
  return sql`case when o.buyer_id is not distinct from k.buyer_id then o.customer_id
    else coalesce((select x.customer_id from ${sql.table(`orders.${table}`)} x where x.buyer_id = k.buyer_id and x.id <> k.id limit 1), k.customer_id) end`;
}

/** @param rows as `replaceReturns` keeps them, each return once */
export async function restoreReturns(tx: Db, rows: readonly StoredRow[]): Promise<void> {
  const customers = await customersOf(tx, 'returns', rows);
  const assignments = returnColumns
    .filter((column) => !ownRules.has(column) || column === 'status')
    .map((column) => sql`${sql.ref(column)} = k.${sql.ref(column)}`);
  const { rows: written } = await sql<{ id: number }>`
    update orders.returns o set ${sql.join(assignments)}, customer_id = ${owner('returns')}, lines_made = greatest(o.lines_made, k.lines_made), updated_at = now()
    from jsonb_populate_recordset(null::orders.returns, ${JSON.stringify(rows)}::jsonb) k where o.id = k.id returning o.id`.execute(tx);
  const ids = new Set(written.map(({ id }) => id));
  const present = rows.filter(({ id }) => ids.has(id));
  if (present.length === 0) return;
  await sumReturns(tx, await restoreReturnLines(tx, present));
  await noteChanges(tx, 'return', [...ids]);
  await tellTotals(tx, [...new Set([...customers, ...(await customersOf(tx, 'returns', present))])]);
}

async function customersOf(tx: Db, table: 'orders' | 'returns', rows: readonly { id: number }[]): Promise<number[]> {
  const { rows: found } = await sql<{ id: number }>`
    select distinct customer_id as id from ${sql.table(`orders.${table}`)} where id = any(${rows.map(({ id }) => id)}) and customer_id is not null`.execute(
    tx,
  );
  return found.map(({ id }) => id);
}
