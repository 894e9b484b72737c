/** Levels and warehouses as they are read. */
import { type RawBuilder, sql } from 'kysely';
import type { StockFilter, StockLevel, StockWarehouse } from '../../../contract/stock.ts';
import { cutPage, keyset } from '../../platform/page.ts';
import type { Db } from '../../platform/postgres/database.ts';

interface StoredLevel extends Omit<StockLevel, 'warehouse' | 'quantity' | 'reserved' | 'free' | 'changedAt'> {
  warehouseId: number;
  warehouseName: string;
  quantity: string;
  reserved: string;
  changedAt: Date;
}

/** @throws Problem `bad-cursor` */
export async function listLevels(db: Db, filter: StockFilter, page: { limit: number; cursor?: string | undefined }) {
  const { where, orderBy } = keyset({ column: sql`l.id`, id: sql`l.id`, type: 'bigint', descending: false }, page.cursor);
  const { rows } = await sql<StoredLevel>`
    select l.id, l.product_id as "productId", p.name as "productName", p.sku, l.product_external_id as "externalId", l.channel_id as "channelId",
      w.id as "warehouseId", w.name as "warehouseName", l.quantity, l.reserved, coalesce(l.source_changed_at, l.updated_at) as "changedAt"
    from stock.levels l join stock.warehouses w on w.id = l.warehouse_id left join catalog.names p on p.id = l.product_id
    where ${sql.join([where, ...conditions(filter)], sql` and `)} order by ${orderBy} limit ${page.limit + 1}`.execute(db);
  const { rows: cut, next } = cutPage(rows, page.limit, (row) => [String(row.id), row.id]);
  return { rows: cut.map(shown), next };
}

function conditions({ product, warehouse, channel, inStock, unknown }: StockFilter): RawBuilder<unknown>[] {
  return [
    ...(product ? [sql`l.product_id = any(${product})`] : []),
    ...(warehouse ? [sql`l.warehouse_id = any(${warehouse})`] : []),
    ...(channel ? [sql`l.channel_id = any(${channel})`] : []),
    ...(inStock === undefined ? [] : [inStock ? sql`l.quantity > l.reserved` : sql`l.quantity <= l.reserved`]),
    ...(unknown === undefined ? [] : [unknown ? sql`l.product_id is null` : sql`l.product_id is not null`]),
  ];
}

function shown({ warehouseId, warehouseName, changedAt, ...row }: StoredLevel): StockLevel {
  const [quantity, reserved] = [Number(row.quantity), Number(row.reserved)];
  const free = Number((quantity - reserved).toFixed(3));
  return { ...row, warehouse: { id: warehouseId, name: warehouseName }, quantity, reserved, free, changedAt: changedAt.toISOString() };
}

export async function listWarehouses(db: Db): Promise<StockWarehouse[]> {
  const { rows } = await sql<Omit<StockWarehouse, 'quantity' | 'reserved'> & { quantity: string; reserved: string }>`
    select w.id, w.channel_id as "channelId", w.code, w.name, count(l.id) as products, coalesce(sum(l.quantity), 0) as quantity,
      coalesce(sum(l.reserved), 0) as reserved
    from stock.warehouses w left join stock.levels l on l.warehouse_id = w.id group by w.id order by w.channel_id, w.name, w.id`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity), reserved: Number(row.reserved) }));
}

/** @returns the former name, or null where there is no such warehouse */
export async function renameWarehouse(tx: Db, id: number, name: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name from stock.warehouses where id = ${id} for update`.execute(tx);
  await sql`update stock.warehouses set name = ${name} where id = ${id}`.execute(tx);
  return rows[0]?.name ?? null;
}
