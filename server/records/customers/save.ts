/** Stores what a channel says about its customers: each version once, the newest last. */
import { sql } from 'kysely';
import type { CustomerRecord } from '../../../contract/records.ts';
import { contentHash, judgeVersion, newestOfEach, type SaveCounts, type Verdict } from '../../models/versions.ts';
import type { Journal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { type Described, describeCustomers, type SaveOptions } from './describe.ts';
import { resolveBuyers } from './resolve.ts';

interface Incoming extends Described {
  hash: string;
  verdict: Verdict;
  /** What is known of the last version, where the account is known. */
  identity: { id: number; source_hash: string | null; source_changed_at: Date | null } | null;
}

/** One batch of one channel. The caller holds the intake lock. */
export async function saveCustomers(
  tx: Db,
  channelId: number,
  records: readonly CustomerRecord[],
  options: SaveOptions,
): Promise<SaveCounts> {
  const newest = newestOfEach(records);
  const judged = await judge(tx, channelId, newest);
  const wanted = judged.filter(({ verdict }) => verdict === 'new' || verdict === 'changed');
  const resolved = await resolveBuyers(
    tx,
    channelId,
    wanted.map(({ record }) => record),
    options,
  );
  wanted.forEach((item, index) => {
    item.customerId = resolved[index]?.customerId ?? 0;
  });
  // Two accounts of one customer are told about one after the other.
  for (const round of roundsOf(wanted)) await describeCustomers(tx, channelId, round, options);
  await rememberVersions(tx, channelId, wanted, options.journal);
  return {
    created: wanted.filter(({ verdict }) => verdict === 'new').length,
    updated: wanted.filter(({ verdict }) => verdict === 'changed').length,
    unchanged: judged.filter(({ verdict }) => verdict === 'same').length + records.length - newest.length,
    late: judged.filter(({ verdict }) => verdict === 'late').length,
  };
}

async function judge(tx: Db, channelId: number, records: readonly CustomerRecord[]): Promise<Incoming[]> {
  const { rows } = await sql<{ id: number; value: string; customerId: number; hash: string | null; changedAt: Date | null }>`
    select id, value, customer_id as "customerId", source_hash as hash, source_changed_at as "changedAt" from customers.identities
    where kind = 'account' and channel_id = ${channelId} and value = any(${records.map((record) => record.externalId)})`.execute(tx);
  const known = new Map(rows.map((row) => [row.value, row]));
  return records.map((record) => {
    const row = known.get(record.externalId);
    const hash = contentHash(record);
    const version = row?.hash ? { hash: row.hash, changedAt: row.changedAt } : undefined;
    return {
      record,
      hash,
      verdict: judgeVersion(version, { hash, changedAt: record.changedAt }),
      customerId: row?.customerId ?? 0,
      identity: row ? { id: row.id, source_hash: row.hash, source_changed_at: row.changedAt } : null,
    };
  });
}

/** Lists in which nobody is twice; nearly always one. */
function roundsOf(items: readonly Incoming[]): Incoming[][] {
  const ofEach = [...Map.groupBy(items, ({ customerId }) => customerId).values()];
  const rounds = Math.max(0, ...ofEach.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => ofEach.flatMap((ofOne) => ofOne[round] ?? []));
}

async function rememberVersions(tx: Db, channelId: number, items: readonly Incoming[], journal: Journal): Promise<void> {
  if (items.length === 0) return;
  journal.replaced(
    'identity',
    items.flatMap(({ identity }) => identity ?? []),
  );

  await sql`update customers.identities i set source_hash = r.hash, source_changed_at = coalesce(r.changed_at, i.source_changed_at)
    from unnest(${items.map(({ record }) => record.externalId)}::text[], ${items.map(({ hash }) => hash)}::uuid[],
      ${items.map(({ record }) => record.changedAt ?? null)}::timestamptz[]) as r(value, hash, changed_at)
    where i.kind = 'account' and i.channel_id = ${channelId} and i.value = r.value`.execute(tx);
}
