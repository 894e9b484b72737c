/** Stores goods as channels describe them: one product, an offer on each channel, joined by the seller's article (SKU). */
import { sql } from 'kysely';
import type { ProductRecord } from '../../../contract/records.ts';
import { contentHash, judgeVersion, newestOfEach, type SaveCounts } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import { noteChanges } from '../../platform/outbox.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { addOffers } from './add.ts';
import { ensureCategories } from './categories.ts';
import type { Incoming } from './incoming.ts';
import { notePrices, type PriceNote, refreshPrices } from './prices.ts';
import { refreshSearch } from './search.ts';
import { updateOffers } from './update.ts';

/** One batch of one channel, set by set; the cost is a few statements however many records. */
export async function saveProducts(tx: Db, channelId: number, records: readonly ProductRecord[], journal: Journal): Promise<SaveCounts> {
  const newest = newestOfEach(records);
  const incoming = await judge(tx, channelId, newest);
  const fresh = incoming.filter(({ verdict }) => verdict === 'new');
  const changed = incoming.filter(({ verdict }) => verdict === 'changed');
  const categories = await ensureCategories(
    tx,
    [...fresh, ...changed].map(({ record }) => record.category ?? []),
    journal,
  );
  if (changed.length > 0) await updateOffers(tx, channelId, changed, categories, journal);
  const joined = fresh.length > 0 ? await addOffers(tx, channelId, fresh, categories, journal) : [];
  const touched = [...new Set([...fresh, ...changed].map(({ productId }) => productId as number))];
  await notePrices(tx, [...fresh, ...changed].flatMap(priceOf));
  await refreshPrices(tx, touched);
  await refreshSearch(tx, [...joined, ...changed.map(({ productId }) => productId as number)]);
  await noteChanges(tx, 'product', touched);
  return {
    created: fresh.length,
    updated: changed.length,
    unchanged: incoming.filter(({ verdict }) => verdict === 'same').length + records.length - newest.length,
    late: incoming.filter(({ verdict }) => verdict === 'late').length,
  };
}

async function judge(tx: Db, channelId: number, records: readonly ProductRecord[]): Promise<Incoming[]> {
  const { rows } = await sql<{ id: number; externalId: string; productId: number; hash: string; changedAt: Date | null }>`
    select id, external_id as "externalId", product_id as "productId", source_hash as hash, source_changed_at as "changedAt"
    from catalog.offers where channel_id = ${channelId} and external_id = any(${records.map((record) => record.externalId)})`.execute(tx);
  const known = new Map(rows.map((row) => [row.externalId, row]));
  return records.map((record) => {
    const row = known.get(record.externalId);
    const hash = contentHash(record);
    return {
      record,
      hash,
      verdict: judgeVersion(row, { hash, changedAt: record.changedAt }),
      offerId: row?.id ?? null,
      productId: row?.productId ?? null,
    };
  });
}

function priceOf({ record, offerId }: Incoming): PriceNote[] {
  const { price, currency, changedAt, oldPrice } = record;
  if (price === undefined || currency === undefined || offerId === null) return [];
  return [{ offerId, at: changedAt ?? null, currency, price, oldPrice: oldPrice ?? null }];
}
