/**
 * The first pass over a table, in fixed memory: how many rows, how dates and decimals are written, and which orders have rows so far
 * apart that they must be gathered aside.
 */
import type { ColumnMapping } from '../../../../contract/imports.ts';
import { type FieldKey, fieldsOf } from '../columns/fields.ts';
import type { Table } from '../tables/table.ts';
import { type DecimalMark, shownMark } from '../values/decimal.ts';
import { type DateOrder, shownOrder } from '../values/time.ts';
import { cellText } from '../values/words-in-cells.ts';
import { BloomFilter } from './bloom-filter.ts';

/** Rows of one order may have this many others between them and still be gathered in passing. */
export const window = 1_000;

/** How often, in rows, groups that have not been met lately are let go. */
export const sweepEvery = 64;

const mostScattered = 100_000;
const rowsForWriting = 50_000;

export interface Survey {
  rows: number;
  /** Orders to gather aside; `all` when there are too many to name. */
  scattered: ReadonlySet<string> | 'all';
  decimalMark: DecimalMark;
  dateOrder: DateOrder | undefined;
}

/** @param keyed whether several rows may make one record */
export async function surveyTable(table: Table, mapping: ColumnMapping, keyed: boolean, bytes: number): Promise<Survey> {
  const writing = new WritingHabits(table.header, mapping);
  const keyAt = keyed ? table.header.indexOf(mapping.columns.externalId ?? '') : -1;
  const contiguity = keyAt >= 0 ? new Contiguity(bytes) : null;
  let rows = 0;
  let broken = 0;
  for await (const chunk of table.rows()) {
    for (const row of chunk.rows) {
      if (rows < rowsForWriting) writing.look(row);
      rows += 1;
      contiguity?.look(cellText(row[keyAt] ?? ''), rows);
    }
    broken += chunk.broken?.length ?? 0;
  }
  return { rows: rows + broken, scattered: contiguity?.result() ?? new Set(), ...writing.result() };
}

/** Follows which keys are open and remembers those that were closed. */
class Contiguity {
  readonly #open = new Map<string, number>();
  readonly #closed: BloomFilter;
  #scattered = new Set<string>();
  #all = false;
  #last = '';

  constructor(bytes: number) {
    this.#closed = new BloomFilter(bytes);
  }

  look(key: string, row: number): void {
    if (row % sweepEvery === 0) this.#sweep(row);
    if (key === '' || this.#all) return;
    if (key !== this.#last) {
      if (!this.#open.delete(key) && this.#closed.has(key)) this.#scatter(key);
      this.#last = key;
    }
    this.#open.set(key, row);
  }

  #sweep(row: number): void {
    for (const [key, seen] of this.#open) {
      if (seen >= row - window) break;
      this.#open.delete(key);
      this.#closed.add(key);
    }
  }

  #scatter(key: string): void {
    this.#scattered.add(key);
    if (this.#scattered.size <= mostScattered) return;
    this.#all = true;
    this.#scattered = new Set();
  }

  result(): ReadonlySet<string> | 'all' {
    return this.#all ? 'all' : this.#scattered;
  }
}

/** Looks for values that can be read in one way only. */
class WritingHabits {
  readonly #amounts: number[];
  readonly #times: number[];
  #commas = 0;
  #points = 0;
  #order: DateOrder | undefined;

  constructor(header: readonly string[], mapping: ColumnMapping) {
    const types = new Map(fieldsOf[mapping.kind].map((field) => [field.key, field.type]));
    const columnsOf = (...wanted: string[]) =>
      Object.entries(mapping.columns)
        .filter(([key]) => wanted.includes(types.get(key as FieldKey) ?? ''))
        .map(([, column]) => header.indexOf(column))
        .filter((index) => index >= 0);
    this.#amounts = columnsOf('amount', 'number');
    this.#times = columnsOf('time', 'day');
  }

  look(row: readonly string[]): void {
    for (const at of this.#amounts) {
      const mark = shownMark(row[at] ?? '');
      if (mark === ',') this.#commas += 1;
      else if (mark === '.') this.#points += 1;
    }
    if (this.#order !== undefined) return;
    for (const at of this.#times) this.#order ??= shownOrder((row[at] ?? '').trim()) ?? undefined;
  }

  result(): Pick<Survey, 'decimalMark' | 'dateOrder'> {
    const mark = this.#commas === this.#points ? null : this.#commas > this.#points ? ',' : '.';
    return { decimalMark: mark, dateOrder: this.#order };
  }
}
