/** Looks products up for what speaks of them: by a channel's own id and by the seller's article. */
import { sql } from 'kysely';
import type { Db } from '../../platform/postgres/database.ts';

/** Products that lines, stock and reviews of a channel speak of. */
export interface FoundProducts {
  byExternalId: Map<string, number>;
  bySku: Map<string, number>;
}

export async function findProducts(
  db: Db,
  channelId: number,
  externalIds: readonly string[],
  skus: readonly string[],
): Promise<FoundProducts> {
  const { rows } = await sql<{ externalId: string; id: number }>`
    select external_id as "externalId", product_id as id from catalog.offers
    where channel_id = ${channelId} and external_id = any(${externalIds as string[]})`.execute(db);
  return { byExternalId: new Map(rows.map((row) => [row.externalId, row.id])), bySku: await productsBySku(db, skus) };
}

export async function productsBySku(db: Db, skus: readonly string[]): Promise<Map<string, number>> {
  if (skus.length === 0) return new Map();
  const { rows } = await sql<{
    sku: string;
    id: number;
  }>`select sku, id from catalog.products where sku = any(${skus as string[]})`.execute(db);
  return new Map(rows.map((row) => [row.sku, row.id]));
}
