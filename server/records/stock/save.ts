/** Stores how much of each product lies in each warehouse; the newest report wins. */
import { sql } from 'kysely';
import type { StockRecord } from '../../../contract/records.ts';
import { noCounts, type SaveCounts } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';

/** @param productOf the product that the channel means, or null while the catalogue does not know it */
export async function saveStock(tx: Db, channelId: number, records: readonly StockRecord[], productOf: (externalId: string) => number | null, journal: Journal): Promise<SaveCounts> {
  if (records.length === 0) return noCounts();
  const warehouses = await ensureWarehouses(tx, channelId, records.map((record) => record.warehouse));
  const newest = new Map<string, StockRecord>();
  for (const record of records) {
    const key = `${record.productExternalId}\n${record.warehouse}`;
    const kept = newest.get(key);
    if (!(kept?.changedAt && record.changedAt && record.changedAt < kept.changedAt)) newest.set(key, record);
  }
  const rows = [...newest.values()].map((record) => ({
    id: record.productExternalId, warehouse: warehouses.get(record.warehouse), product: productOf(record.productExternalId), quantity: record.quantity,
    reserved: record.reserved ?? 0, changed_at: record.changedAt ?? null,
  }));
  await keepBefore(tx, channelId, rows, journal);
  const { rows: written } = await sql<{ made: boolean }>`
    insert into stock.levels as l (channel_id, product_external_id, warehouse_id, product_id, quantity, reserved, source_changed_at)
    select ${channelId}, r.id, r.warehouse, r.product, r.quantity, r.reserved, r.changed_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, warehouse bigint, product bigint, quantity numeric, reserved numeric, changed_at timestamptz)
    on conflict (channel_id, product_external_id, warehouse_id) do update set quantity = excluded.quantity, reserved = excluded.reserved,
      product_id = coalesce(excluded.product_id, l.product_id), source_changed_at = coalesce(excluded.source_changed_at, l.source_changed_at), updated_at = now()
    where (l.quantity, l.reserved) is distinct from (excluded.quantity, excluded.reserved)
      and (l.source_changed_at is null or excluded.source_changed_at is null or l.source_changed_at <= excluded.source_changed_at)
    returning (xmax = 0) as made`.execute(tx);
  const created = written.filter(({ made }) => made).length;
  return { created, updated: written.length - created, unchanged: records.length - written.length, late: 0 };
}

export interface StoredLevel {
  channelId: number;
  productExternalId: string;
  warehouseId: number;
  /** The level as it was; null where there was none. */
  before: object | null;
}

async function keepBefore(tx: Db, channelId: number, rows: readonly { id: string; warehouse: number | undefined }[], journal: Journal): Promise<void> {
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

/** Levels that waited for the catalogue. */
export async function healLevels(tx: Db, { channelId, offers }: { channelId: number; offers: { externalId: string; productId: number }[] }): Promise<void> {
  await sql`update stock.levels l set product_id = f.product_id
    from unnest(${offers.map((o) => o.externalId)}::text[], ${offers.map((o) => o.productId)}::bigint[]) as f(external_id, product_id)
    where l.channel_id = ${channelId} and l.product_external_id = f.external_id and l.product_id is null`.execute(tx);
}

/** Takes levels back as an undone import asks. */
export async function takeBackStock(tx: Db, levels: readonly StoredLevel[]): Promise<void> {
  if (levels.length === 0) return;
  const keys = sql`unnest(${levels.map((l) => l.channelId)}::bigint[], ${levels.map((l) => l.productExternalId)}::text[], ${levels.map((l) => l.warehouseId)}::bigint[])
    as k(channel_id, id, warehouse)`;
  await sql`delete from stock.levels l using ${keys} where l.channel_id = k.channel_id and l.product_external_id = k.id and l.warehouse_id = k.warehouse`.execute(tx);
  const before = levels.flatMap((level) => level.before ?? []);
  await sql`insert into stock.levels select * from jsonb_populate_recordset(null::stock.levels, ${JSON.stringify(before)}::jsonb)`.execute(tx);
}
