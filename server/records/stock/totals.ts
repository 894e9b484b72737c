/** Tells whoever keeps it how much of a product is free in all warehouses together. */
import { sql } from 'kysely';
import { publish } from '../../platform/bus.ts';
import type { Db } from '../../platform/postgres/database.ts';

export async function tellStock(tx: Db, productIds: readonly (number | null)[]): Promise<void> {
  const ids = [...new Set(productIds.filter((id) => id !== null))];
  if (ids.length === 0) return;
  const { rows } = await sql<{ productId: number; quantity: string | null }>`
    select t.id as "productId", (select sum(l.quantity - l.reserved) from stock.levels l where l.product_id = t.id) as quantity
    from unnest(${ids}::bigint[]) as t(id)`.execute(tx);
  await publish(tx, 'stock.totals_changed', {
    totals: rows.map(({ productId, quantity }) => ({ productId, quantity: quantity === null ? null : Number(quantity) })),
  });
}
