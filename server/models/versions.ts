/** Decides what an incoming version of a record means: the source's change time wins, and an equal record changes nothing. */
import { hash } from 'node:crypto';

export interface KnownVersion {
  hash: string;
  changedAt: Date | null;
}

export type Verdict = 'new' | 'changed' | 'same' | 'late';

/** 128 bits of the record's content in the form of a UUID; equal content has an equal hash whatever `changedAt` says. */
export function contentHash(record: object): string {
  const digest = hash(
    'md5',
    JSON.stringify(record, (key, value) => (key === 'changedAt' ? undefined : value)),
    'hex',
  );
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20)}`;
}

export function judgeVersion(known: KnownVersion | undefined, incoming: { hash: string; changedAt?: string | undefined }): Verdict {
  if (!known) return 'new';
  if (known.hash === incoming.hash) return 'same';
  if (known.changedAt && incoming.changedAt && new Date(incoming.changedAt) < known.changedAt) return 'late';
  return 'changed';
}

/** Keeps the newest version of each record of a batch, the last one where times are equal or unknown. */
export function newestOfEach<R extends { externalId: string; changedAt?: string | undefined }>(records: readonly R[]): R[] {
  const newest = new Map<string, R>();
  for (const record of records) {
    const kept = newest.get(record.externalId);
    if (kept?.changedAt && record.changedAt && new Date(record.changedAt) < new Date(kept.changedAt)) continue;
    newest.set(record.externalId, record);
  }
  return [...newest.values()];
}

/** How many records of one kind a batch made, changed, found equal, or found older than what is stored. */
export interface SaveCounts {
  created: number;
  updated: number;
  unchanged: number;
  late: number;
}

export const noCounts = (): SaveCounts => ({ created: 0, updated: 0, unchanged: 0, late: 0 });
