/** Takes levels back as an undone import asks. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';
import { tellStock } from './totals.ts';

export interface StoredLevel {
  channelId: number;
  productExternalId: string;
  warehouseId: number;
  /** The level as it was; null where there was none. */
  before: object | null;
}

/** Warehouses that nothing is left of go as well. Products that are gone meanwhile are not named. */
export async function takeBackStock(tx: Db, levels: readonly StoredLevel[]): Promise<void> {
  if (levels.length === 0) return;
  const removed = await sql<{ productId: number | null }>`
    delete from stock.levels l
    using unnest(${levels.map((l) => l.channelId)}::bigint[], ${levels.map((l) => l.productExternalId)}::text[], ${levels.map((l) => l.warehouseId)}::bigint[])
      as k(channel_id, id, warehouse)
    where l.channel_id = k.channel_id and l.product_external_id = k.id and l.warehouse_id = k.warehouse returning l.product_id as "productId"`.execute(
    tx,
  );
  const restored = await sql<{ productId: number | null }>`
    insert into stock.levels select k.* from jsonb_populate_recordset(null::stock.levels, ${JSON.stringify(levels.flatMap(({ before }) => before ?? []))}::jsonb) k
    where exists (select from stock.warehouses w where w.id = k.warehouse_id) returning product_id as "productId"`.execute(tx);
  await sql`update stock.levels l set product_id = null where product_id = any(${restored.rows.map(({ productId }) => productId)})
    and not exists (select from catalog.names p where p.id = l.product_id)`.execute(tx);
  await sql`delete from stock.warehouses w where id = any(${[...new Set(levels.map(({ warehouseId }) => warehouseId))]})
    and not exists (select from stock.levels l where l.warehouse_id = w.id)`.execute(tx);
  await tellStock(
    tx,
    [...removed.rows, ...restored.rows].map(({ productId }) => productId),
  );
}
