/**
 * Carries an import out, batch by batch. Each batch stores its records, its bad rows and the place reached in one transaction, so that
 * a run that was killed goes on exactly where it was.
 */
import { sql } from 'kysely';
import type { ImportTally } from '../../../../contract/imports.ts';
import type { Platform } from '../../../platform/platform.ts';
import { say } from '../../../platform/words.ts';
import { getWorkspace } from '../../../platform/workspace.ts';
import { emptyResult, ingest } from '../../ingest/index.ts';
import type { Reading } from '../presets/preset.ts';
import { presets } from '../presets/presets.ts';
import { openSource } from '../source/open-source.ts';
import type { Source } from '../source/source.ts';
import type { ReadingDefaults } from '../translate/cells.ts';
import { batchesOf, type FileBatch, readAhead } from './batches.ts';
import { applyRule, goodsOfLines, KnownGoods } from './duplicates.ts';
import { addBadRows, findRun, type Run, resumeRun, setState, writeCheckpoint } from './store.ts';
import { addCounts, emptyTally, tallyRecords } from './tally.ts';

export interface RunWatch {
  signal: AbortSignal;
  progress(done: number, total: number): Promise<void>;
}

/** @throws where the file cannot be read or the database refuses; the run then stands as failed, and what was stored stays */
export async function carryOut(platform: Platform, runId: number, watch: RunWatch): Promise<void> {
  const run = await findRun(platform.db.db, runId);
  if (!run || run.channelId === null || (run.state !== 'waiting' && run.state !== 'running')) return;
  try {
    await readAndStore(platform, run, run.channelId, watch);
  } catch (error) {
    // Only people stop an import for good; a process that ends leaves it to the next one.
    if (!watch.signal.aborted) await setState(platform.db.db, runId, 'failed', (error as Error).message);
    throw error;
  }
  if (!watch.signal.aborted) await setState(platform.db.db, runId, 'done');
  else if (watch.signal.reason === 'cancelled') await setState(platform.db.db, runId, 'cancelled');
  else watch.signal.throwIfAborted();
}

/** Batches after which the planner must learn how tables have grown: plans made for empty ones are forty times slower. */
const statisticsAfter = new Set([2, 15, 100, 600, 4000]);

async function readAndStore(platform: Platform, run: Run, channelId: number, watch: RunWatch): Promise<void> {
  const source = await openRunSource(platform, run);
  try {
    const reading = await openReading(platform, run, source);
    await resumeRun(platform.db.db, run.id, reading.rows, reading.ignored);
    const known = new KnownGoods();
    let at = run;
    for await (const batch of readAhead(batchesOf(reading.pieces(), { records: run.recordsDone, bad: run.rowsBad }))) {
      if (watch.signal.aborted) return;
      at = await storeBatch(platform, at, channelId, batch, known);
      if (statisticsAfter.has(at.batchNo)) await sql`analyze`.execute(platform.db.db);
      await watch.progress(at.rowsDone, reading.rows);
    }
  } finally {
    await source.close();
  }
}

export function openRunSource(platform: Platform, run: Run): Promise<Source> {
  const path = run.path ?? platform.files.path(run.fileId ?? '');
  return openSource(path, run.fileName);
}

async function openReading(platform: Platform, run: Run, source: Source): Promise<Reading> {
  const { defaults, deliveryName } = await readingDefaults(platform);
  return presets[run.preset].open(source, { defaults, mapping: run.mapping, deliveryName });
}

/** What the workspace knows that a file may leave out. */
export async function readingDefaults(platform: Platform): Promise<{ defaults: ReadingDefaults; deliveryName: string }> {
  const { timeZone, currency, language } = await getWorkspace(platform.db.db);
  return { defaults: { timeZone, currency }, deliveryName: say('imports:delivery-line', {}, language) };
}

async function storeBatch(platform: Platform, run: Run, channelId: number, batch: FileBatch, known: KnownGoods): Promise<Run> {
  const before = { tally: 'orders' in run.tally ? (run.tally as ImportTally) : emptyTally(), sums: run.sums };
  const next: Run = { ...run, ...tallyRecords(batch.records, before) };
  next.batchNo = run.batchNo + 1;
  next.recordsDone = batch.recordsDone;
  next.rowsDone = Math.max(run.rowsDone, batch.rowsDone);
  next.rowsBad = batch.badDone;
  await platform.db.transaction(async (tx) => {
    const kept = await applyRule(tx, channelId, batch.records, run.duplicates);
    const goods = await goodsOfLines(tx, channelId, kept, known);
    const records = [...goods, ...kept];
    const result =
      records.length > 0
        ? await ingest(platform, channelId, records, { tx, batch: { importId: run.id, batchNo: next.batchNo } })
        : emptyResult();
    next.counts = addCounts(run.counts, result);
    await addBadRows(tx, run.id, run.rowsBad, batch.bad);
    await writeCheckpoint(tx, run.id, { ...next, tally: next.tally as ImportTally });
  });
  return next;
}
