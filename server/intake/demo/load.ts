/** Makes the demo shop through the one way in, batch by batch; a process that was killed goes on where it was. */
import { sql } from 'kysely';
import type { Currency } from '../../../contract/money.ts';
import { type DemoBatch, demoChannels, generateDemo } from '../../connectors/demo/index.ts';
import type { JobHandle } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { getWorkspace } from '../../platform/workspace.ts';
import { ensureChannel } from '../../records/channels/index.ts';
import { batchRecords, ingest } from '../ingest/index.ts';
import { joinBatches } from './batches.ts';
import { withRate } from './rates.ts';
import { findShop, type KindCounts, markReady, type Shop, writeCheckpoint } from './store.ts';

/** Imports are numbered from 1, so this is the demo's own number in their journal. */
export const demoImport = 0;

export type Watch = Pick<JobHandle, 'signal' | 'progress'>;

/** Batches after which the planner must learn how tables have grown. */
const statisticsAfter = new Set([1, 3, 8, 20, 60, 200, 600]);

/** Does nothing where no shop is being made. Stopped by a person, it leaves what is in, to look at or to remove. */
export async function loadShop(platform: Platform, watch: Watch): Promise<KindCounts> {
  const { db } = platform.db;
  const shop = await findShop(db);
  if (shop?.state !== 'loading') return shop?.counts ?? {};
  const counts = await storeBatches(platform, shop, watch);
  if (watch.signal.aborted && watch.signal.reason !== 'cancelled') watch.signal.throwIfAborted();
  await markReady(db);
  return counts;
}

async function storeBatches(platform: Platform, shop: Shop, watch: Watch): Promise<KindCounts> {
  const { db } = platform.db;
  const { currency } = await getWorkspace(db);
  const channels = await openChannels(db, shop);
  let counts = shop.counts;
  let number = 0;
  for (const batch of joinBatches(generateDemo(shop), batchRecords)) {
    number += 1;
    if (number <= shop.batches) continue;
    if (watch.signal.aborted) break;
    const next = addCounts(counts, batch);
    if (!(await storeBatch(platform, channels.get(batch.channel) ?? 0, { ...batch, number, counts: next }, currency))) break;
    counts = next;
    if (statisticsAfter.has(number)) await sql`analyze`.execute(db);
    await tell(watch, counts, batch.done);
  }
  return counts;
}

async function openChannels(db: Db, { language }: Shop): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { key, name } of demoChannels(language))
    ids.set(key, await ensureChannel(db, { code: key, kind: 'demo', name, isDemo: true }));
  return ids;
}

/** @returns false where the removal of the shop has begun; nothing of the batch is stored then */
async function storeBatch(
  platform: Platform,
  channelId: number,
  batch: DemoBatch & { number: number; counts: KindCounts },
  currency: Currency,
): Promise<boolean> {
  const records = batch.records.map((record) => withRate(record, currency));
  return platform.db.transaction(async (tx) => {
    if (!(await writeCheckpoint(tx, batch.number, batch.counts))) return false;
    await ingest(platform, channelId, records, { tx, batch: { importId: demoImport, batchNo: batch.number } });
    return true;
  });
}

function addCounts(counts: KindCounts, { records }: DemoBatch): KindCounts {
  const sum = { ...counts };
  for (const { kind } of records) sum[kind] = (sum[kind] ?? 0) + 1;
  return sum;
}

/** The total is told as it looks from here: it is known when the last day is made. */
async function tell(watch: Watch, counts: KindCounts, share: number): Promise<void> {
  const done = (Object.values(counts) as number[]).reduce((sum, count) => sum + count, 0);
  await watch.progress(done, Math.round(done / share));
}
