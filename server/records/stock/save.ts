/** Stores how much of each product lies in each warehouse; the newest report wins. */
import { sql } from 'kysely';
import type { StockRecord } from '../../../contract/records.ts';
import { noCounts, type SaveCounts } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { StoredLevel } from './take-back.ts';
import { tellStock } from './totals.ts';

/** @param productOf the product that the channel means, or null while the catalogue does not know it */
export async function saveStock(
  tx: Db,
  channelId: number,
  records: readonly StockRecord[],
  productOf: (externalId: string) => number | null,
  journal: Journal,
): Promise<SaveCounts> {
  if (records.length === 0) return noCounts();
  const warehouses = await ensureWarehouses(
    tx,
    channelId,
    records.map((record) => record.warehouse),
  );
  const newest = new Map<string, StockRecord>();
  for (const record of records) {
    const key = `${record.productExternalId}\n${record.warehouse}`;
    const kept = newest.get(key);
    if (!(kept?.changedAt && record.changedAt && record.changedAt < kept.changedAt)) newest.set(key, record);
  }
  const rows = [...newest.values()].map((record) => ({
    id: record.productExternalId,
    warehouse: warehouses.get(record.warehouse),
    product: productOf(record.productExternalId),
    quantity: record.quantity,
    reserved: record.reserved ?? 0,
    changed_at: record.changedAt ?? null,
  }));
  await keepBefore(tx, channelId, rows, journal);
  const { rows: written } = await sql<{ made: boolean; productId: number | null }>`
    insert into stock.levels as l (channel_id, product_external_id, warehouse_id, product_id, quantity, reserved, source_changed_at)
    select ${channelId}, r.id, r.warehouse, r.product, r.quantity, r.reserved, r.changed_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, warehouse bigint, product bigint, quantity numeric, reserved numeric, changed_at timestamptz)
    on conflict (channel_id, product_external_id, warehouse_id) do update set quantity = excluded.quantity, reserved = excluded.reserved,
      product_id = coalesce(excluded.product_id, l.product_id), source_changed_at = coalesce(excluded.source_changed_at, l.source_changed_at), updated_at = now()
    where (l.quantity, l.reserved) is distinct from (excluded.quantity, excluded.reserved)
      and (l.source_changed_at is null or excluded.source_changed_at is null or l.source_changed_at <= excluded.source_changed_at)
    returning (xmax = 0) as made, l.product_id as "productId"`.execute(tx);
  await tellStock(
    tx,
    written.map(({ productId }) => productId),
  );
  const created = written.filter(({ made }) => made).length;
  return { created, updated: written.length - created, unchanged: records.length - written.length, late: 0 };
}

async function keepBefore(
  tx: Db,
  channelId: number,
  rows: readonly { id: string; warehouse: number | undefined }[],
  journal: Journal,
): Promise<void> {
  const { rows: levels } = await sql<StoredLevel>`
    select ${channelId}::bigint as "channelId", u.id as "productExternalId", u.warehouse as "warehouseId", to_jsonb(l) as before
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ warehouse }) => warehouse)}::bigint[]) as u(id, warehouse)
    left join stock.levels l on l.channel_id = ${channelId} and l.product_external_id = u.id and l.warehouse_id = u.warehouse`.execute(tx);
  journal.replaced('stock', levels);
}

async function ensureWarehouses(tx: Db, channelId: number, codes: readonly string[]): Promise<Map<string, number>> {
  const distinct = [...new Set(codes)];
  await sql`insert into stock.warehouses (channel_id, code, name) select ${channelId}, code, code from unnest(${distinct}::text[]) as code
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ code: string; id: number }>`
    select code, id from stock.warehouses where channel_id = ${channelId} and code = any(${distinct})`.execute(tx);
  return new Map(rows.map((row) => [row.code, row.id]));
}
