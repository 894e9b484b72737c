/** Makes the demo shop through the one way in, batch by batch; a process that was killed goes on where it was. */
import { sql } from 'kysely';
import type { Currency } from '../../../contract/money.ts';
import { type DemoBatch, demoChannels, generateDemo } from '../../connectors/demo/index.ts';
import type { JobHandle } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { forgetWorkspace, getWorkspace } from '../../platform/workspace.ts';
import { ensureChannel } from '../../records/channels/index.ts';
import { ingest } from '../ingest/index.ts';
import { joinBatches } from './batches.ts';
import { withRate } from './rates.ts';
import { findShop, type KindCounts, markReady, type Shop, writeCheckpoint } from './store.ts';

/** Imports are numbered from 1, so this is the demo's own number in their journal. */
export const demoImport = 0;

export type Watch = Pick<JobHandle, 'signal' | 'progress'>;

/** Progress is told in days of the shop's year, because how many records there will be is not known before. */
const historyDays = 365;

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
  // The first order fixed the accounting currency.
  forgetWorkspace(db);
  return counts;
}

async function storeBatches(platform: Platform, shop: Shop, watch: Watch): Promise<KindCounts> {
  const { db } = platform.db;
  const { currency } = await getWorkspace(db);
  const channels = await openChannels(db, shop);
  let counts = shop.counts;
  // While a batch is being stored, the next one is made.
  let storing = Promise.resolve(true);
  let number = 0;
  for await (const batch of joinBatches(generateDemo(shop))) {
    number += 1;
    if (number <= shop.batches) continue;
    if (!(await storing) || watch.signal.aborted) break;
    counts = addCounts(counts, batch);
    storing = storeBatch(platform, channels.get(batch.channel) ?? 0, { ...batch, number, counts }, { currency, watch });
    // A failure is met at the next batch, and must not end the process before.
    storing.catch(() => {});
  }
  await storing;
  return counts;
}

async function openChannels(db: Db, { language }: Shop): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { key, name } of demoChannels(language))
    ids.set(key, await ensureChannel(db, { code: key, kind: 'demo', name, isDemo: true }));
  return ids;
}

interface Numbered extends DemoBatch {
  number: number;
  /** With this batch. */
  counts: KindCounts;
}

/** @returns false where the removal of the shop has begun; nothing of the batch is stored then */
async function storeBatch(
  platform: Platform,
  channelId: number,
  batch: Numbered,
  { currency, watch }: { currency: Currency; watch: Watch },
): Promise<boolean> {
  const records = batch.records.map((record) => withRate(record, currency));
  const isStored = await platform.db.transaction(async (tx) => {
    if (!(await writeCheckpoint(tx, batch.number, batch.counts))) return false;
    await ingest(platform, channelId, records, { tx, batch: { importId: demoImport, batchNo: batch.number } });
    return true;
  });
  if (!isStored) return false;
  if (statisticsAfter.has(batch.number)) await sql`analyze`.execute(platform.db.db);
  await watch.progress(Math.round(batch.done * historyDays), historyDays);
  return true;
}

function addCounts(counts: KindCounts, { records }: DemoBatch): KindCounts {
  const sum = { ...counts };
  for (const { kind } of records) sum[kind] = (sum[kind] ?? 0) + 1;
  return sum;
}
