/** Joins the small batches of the demo into as much as one transaction takes well. */
import type { CanonicalRecord } from '../../../contract/records.ts';
import type { DemoBatch } from '../../connectors/demo/index.ts';

/** Records of one channel stay in their order. */
export function* joinBatches(batches: Iterable<DemoBatch>, size: number): Generator<DemoBatch> {
  const waiting = new Map<string, CanonicalRecord[]>();
  let done = 0;
  for (const batch of batches) {
    done = batch.done;
    const records = [...(waiting.get(batch.channel) ?? []), ...batch.records];
    waiting.set(batch.channel, records);
    if (records.length < size) continue;
    waiting.delete(batch.channel);
    yield { channel: batch.channel, records, done };
  }
  for (const [channel, records] of waiting) yield { channel, records, done };
}
