/** Joins the small batches of the demo into as much as one transaction takes well. */
import { setImmediate } from 'node:timers/promises';
import type { CanonicalRecord } from '../../../contract/records.ts';
import type { DemoBatch } from '../../connectors/demo/index.ts';
import { batchRecords } from '../ingest/index.ts';

/** Events go to the warehouse alone, which wants them by the ten thousand. */
const batchEvents = 20_000;

interface Waiting {
  records: CanonicalRecord[];
  events: CanonicalRecord[];
}

/**
 * Records of a channel stay in their order, and its events come after the people and goods they speak of. Takes turns with all other
 * work of the process, every thousand records.
 */
export async function* joinBatches(batches: Iterable<DemoBatch>): AsyncGenerator<DemoBatch> {
  const waiting = new Map<string, Waiting>();
  let done = 0;
  for (const batch of batches) {
    done = batch.done;
    const queue = queueOf(waiting, batch.channel);
    for (const record of batch.records) (record.kind === 'event' ? queue.events : queue.records).push(record);
    const isFull = queue.events.length >= batchEvents;
    if (isFull || queue.records.length >= batchRecords) yield* handOver(batch.channel, queue, 'records', done);
    if (isFull) yield* handOver(batch.channel, queue, 'events', done);
    await setImmediate();
  }
  for (const [channel, queue] of waiting) {
    yield* handOver(channel, queue, 'records', done);
    yield* handOver(channel, queue, 'events', done);
  }
}

function queueOf(waiting: Map<string, Waiting>, channel: string): Waiting {
  const known = waiting.get(channel);
  if (known) return known;
  const queue: Waiting = { records: [], events: [] };
  waiting.set(channel, queue);
  return queue;
}

function* handOver(channel: string, queue: Waiting, which: keyof Waiting, done: number): Generator<DemoBatch> {
  const records = queue[which];
  queue[which] = [];
  if (records.length > 0) yield { channel, records, done };
}
