/** A small demo shop read into memory: what the tests of the demo look at, and a ready world for tests elsewhere. */
import type { CanonicalRecord, RecordKind } from '../../../contract/records.ts';
import { generateDemo } from './generate.ts';
import type { DemoOptions } from './world.ts';

/** Sunday evening in Moscow, between two sales. */
export const demoEnd = new Date('2026-10-18T16:00:00Z');

export interface Told<R extends CanonicalRecord = CanonicalRecord> {
  channel: string;
  record: R;
}

export type RecordOf<Kind extends RecordKind> = Extract<CanonicalRecord, { kind: Kind }>;

/** Everything that a demo tells, in the order of telling. */
export function readDemo(options: Partial<DemoOptions> = {}): Told[] {
  const told: Told[] = [];
  for (const { channel, records } of generateDemo({ seed: 7, scale: 0.05, until: demoEnd, ...options })) {
    for (const record of records) told.push({ channel, record });
  }
  return told;
}

export function only<Kind extends RecordKind>(told: readonly Told[], kind: Kind, channel?: string): RecordOf<Kind>[] {
  return told
    .filter((each) => each.record.kind === kind && (channel === undefined || each.channel === channel))
    .map(({ record }) => record as RecordOf<Kind>);
}

/** When a record was born. */
export function bornAt(record: CanonicalRecord): number {
  switch (record.kind) {
    case 'order':
      return Date.parse(record.placedAt);
    case 'return':
      return Date.parse(record.returnedAt);
    case 'review':
      return Date.parse(record.createdAt);
    case 'event':
      return Date.parse(record.at);
    case 'customer':
      return Date.parse(record.registeredAt ?? '');
    case 'product':
    case 'stock':
      return Date.parse(record.changedAt ?? '');
  }
}
