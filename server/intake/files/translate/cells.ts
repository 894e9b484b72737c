/**
 * Reads the cells of one row after another as typed fields. The first cell that cannot be read marks the row as bad; the rest of the
 * translation need not look.
 */
import type { BadRowReason, ColumnMapping } from '../../../../contract/imports.ts';
import type { Currency } from '../../../../contract/money.ts';
import type { FieldKey } from '../columns/fields.ts';
import { type Decimal, type DecimalMark, parseDecimal } from '../values/decimal.ts';
import { toMinor, toNumber } from '../values/money.ts';
import { type DateOrder, parseDay, parseTime } from '../values/time.ts';
import { type TimeZone, timeZone } from '../values/time-zone.ts';
import { cellText, currencyCode } from '../values/words-in-cells.ts';

/** What holds for the whole file. */
export interface ReadingDefaults {
  timeZone: string;
  currency: Currency;
  dateOrder?: DateOrder;
  decimalMark?: DecimalMark;
}

export interface CellProblem {
  field: FieldKey;
  reason: BadRowReason;
}

export class Cells {
  problem: CellProblem | null = null;
  readonly currency: Currency;
  #row: readonly string[] = [];
  readonly #at: Partial<Record<FieldKey, number>> = {};
  readonly #zone: TimeZone;
  readonly #order: DateOrder;
  readonly #mark: DecimalMark;
  readonly #lastTime = new Map<FieldKey, [text: string, time: string | null]>();

  constructor(header: readonly string[], mapping: ColumnMapping, defaults: ReadingDefaults) {
    for (const [field, column] of Object.entries(mapping.columns)) {
      const index = header.indexOf(column);
      if (index >= 0) this.#at[field as FieldKey] = index;
    }
    this.currency = mapping.currency ?? defaults.currency;
    this.#zone = timeZone(mapping.timeZone ?? defaults.timeZone);
    this.#order = mapping.dateOrder ?? defaults.dateOrder ?? 'dmy';
    this.#mark = mapping.decimalMark ?? defaults.decimalMark ?? null;
  }

  /** Turns to the next row. */
  read(row: readonly string[]): void {
    this.#row = row;
    this.problem = null;
  }

  has(field: FieldKey): boolean {
    return this.#at[field] !== undefined;
  }

  /** The index of a field's column. */
  indexOf(field: FieldKey): number | undefined {
    return this.#at[field];
  }

  fail(field: FieldKey, reason: BadRowReason): void {
    this.problem ??= { field, reason };
  }

  text(field: FieldKey, longest = 500): string | undefined {
    const at = this.#at[field];
    if (at === undefined) return undefined;
    const text = cellText(this.#row[at] ?? '');
    if (text.length > longest) this.fail(field, 'too_long');
    return text === '' ? undefined : text;
  }

  required(field: FieldKey, longest = 200): string {
    const text = this.text(field, longest);
    if (text === undefined) this.fail(field, 'missing');
    return text ?? '';
  }

  decimal(field: FieldKey): Decimal | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const value = parseDecimal(text, this.#mark);
    if (value === null) this.fail(field, 'not_a_number');
    return value ?? undefined;
  }

  /** An amount in minor units. */
  minor(field: FieldKey): number | undefined {
    const value = this.decimal(field);
    if (value === undefined) return undefined;
    const minor = toMinor(value);
    if (minor === null) this.fail(field, 'too_large');
    return minor ?? undefined;
  }

  number(field: FieldKey): number | undefined {
    const value = this.decimal(field);
    return value && toNumber(value);
  }

  /** An ISO time. Rows that follow each other often share it, so the last one is kept. */
  time(field: FieldKey): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const last = this.#lastTime.get(field);
    const time = last?.[0] === text ? last[1] : parseTime(text, this.#zone, this.#order);
    this.#lastTime.set(field, [text, time]);
    if (time === null) this.fail(field, 'not_a_date');
    return time ?? undefined;
  }

  day(field: FieldKey): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const day = parseDay(text, this.#order);
    if (day === null) this.fail(field, 'not_a_date');
    return day ?? undefined;
  }

  /** The currency of the row's amounts. */
  currencyOf(): Currency {
    const text = this.text('currency');
    if (text === undefined) return this.currency;
    const code = currencyCode(text);
    if (code === null) this.fail('currency', 'not_a_currency');
    return code ?? this.currency;
  }

  list(field: FieldKey, separator: RegExp): string[] | undefined {
    const parts = this.text(field, 2_000)
      ?.split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    return parts && parts.length > 0 ? parts : undefined;
  }
}
