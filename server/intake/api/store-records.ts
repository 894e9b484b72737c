/** Stores checked records through the one way in; where the database refuses a batch, the record that it refuses is found and named. */
import { sql } from 'kysely';
import type { BadRecord, IntakeResult } from '../../../contract/intake.ts';
import type { Language } from '../../../contract/language.ts';
import type { CanonicalRecord } from '../../../contract/records.ts';
import { problemWords } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { ensureChannel } from '../../records/channels/index.ts';
import { emptyResult, type IngestResult, ingest } from '../ingest/index.ts';
import { type Checked, externalIdOf } from './check-records.ts';

export interface Sending {
  channel: { code: string; kind: string; name?: string | undefined };
  checked: Checked<CanonicalRecord>;
  language: Language;
}

/** All in the caller's transaction. */
export async function storeRecords(tx: Db, platform: Platform, { channel, checked, language }: Sending): Promise<IntakeResult> {
  const channelId = await ensureChannel(tx, { ...channel, name: channel.name ?? channel.code });
  const result = emptyResult();
  const refused = await salvage(tx, platform, channelId, checked.good, result, language);
  const stored = checked.good.length - refused.length;
  return {
    channelId,
    received: checked.good.length + checked.bad.length,
    stored,
    counts: Object.fromEntries(Object.entries(result).filter(([, counts]) => Object.values(counts).some((count) => count > 0))),
    bad: [...checked.bad, ...refused].toSorted((a, b) => a.index - b.index),
  };
}

type Good = Checked<CanonicalRecord>['good'];

/** Halves what the database refuses until the one record is found. */
async function salvage(
  tx: Db,
  platform: Platform,
  channelId: number,
  good: Good,
  result: IngestResult,
  language: Language,
): Promise<BadRecord[]> {
  if (good.length === 0) return [];
  await sql`savepoint records`.execute(tx);
  try {
    add(
      result,
      await ingest(
        platform,
        channelId,
        good.map(({ record }) => record),
        { tx },
      ),
    );
    await sql`release savepoint records`.execute(tx);
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await sql`rollback to savepoint records`.execute(tx);
    const [only] = good;
    if (good.length === 1 && only) return [refusalOf(only, error as Error, language)];
  }
  const middle = good.length >> 1;
  return [
    ...(await salvage(tx, platform, channelId, good.slice(0, middle), result, language)),
    ...(await salvage(tx, platform, channelId, good.slice(middle), result, language)),
  ];
}

/** Data that a column cannot hold (class 22), or that breaks a rule of the tables (23). Anything else is a fault of ours. */
function isRefusal(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^2[23][0-9A-Z]{3}$/.test(code);
}

function refusalOf({ index, record }: Good[number], error: Error, language: Language): BadRecord {
  const code = 'intake:refused';
  return {
    index,
    externalId: externalIdOf(record),
    fields: [{ field: 'record', code, message: problemWords(code, { reason: error.message }, language) }],
  };
}

function add(all: IngestResult, more: IngestResult): void {
  for (const [kind, counts] of Object.entries(more)) {
    const sum = all[kind as keyof IngestResult];
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key];
  }
}
