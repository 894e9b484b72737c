/** Puts records in order of time: things to come wait for their day, and a day is handed over sorted, channel by channel. */
import type { CanonicalRecord } from '../../../contract/records.ts';
import { type Calendar, dayOf } from './calendar/calendar.ts';

export interface DemoBatch {
  /** Key of the channel that the records come from. */
  channel: string;
  /** In order of time within the channel. */
  records: CanonicalRecord[];
  /** Share of the whole demo that is made, 0 to 1. */
  done: number;
}

interface Dated {
  at: number;
  channel: number;
  record: CanonicalRecord;
}

const batchSize = 1_000;

export class Ledger {
  readonly #calendar: Calendar;
  readonly #keys: readonly string[];
  readonly #days = new Map<number, Dated[]>();
  readonly #waiting: CanonicalRecord[][];

  constructor(calendar: Calendar, keys: readonly string[]) {
    this.#calendar = calendar;
    this.#keys = keys;
    this.#waiting = keys.map(() => []);
  }

  /** Notes a record under the moment it is born; what lies beyond the present is forgotten. */
  add(channel: number, at: number, record: CanonicalRecord): void {
    if (at > this.#calendar.until) return;
    const day = Math.max(0, dayOf(this.#calendar, at));
    const dated = this.#days.get(day);
    if (dated) dated.push({ at, channel, record });
    else this.#days.set(day, [{ at, channel, record }]);
  }

  /** Ends a day: its records in order of time, as far as they fill batches. */
  *close(day: number): Generator<DemoBatch> {
    const dated = this.#days.get(day) ?? [];
    this.#days.delete(day);
    dated.sort((a, b) => a.at - b.at);
    for (const { channel, record } of dated) {
      const waiting = this.#waiting[channel];
      waiting?.push(record);
      if (waiting && waiting.length >= batchSize) yield this.#handOver(channel, day);
    }
  }

  /** Hands over what is left when the last day is closed. */
  *finish(): Generator<DemoBatch> {
    for (const channel of this.#keys.keys()) {
      if (this.#waiting[channel]?.length) yield this.#handOver(channel, this.#calendar.days.length - 1);
    }
  }

  #handOver(channel: number, day: number): DemoBatch {
    const records = this.#waiting[channel] ?? [];
    this.#waiting[channel] = [];
    return { channel: this.#keys[channel] ?? '', records, done: (day + 1) / this.#calendar.days.length };
  }
}
