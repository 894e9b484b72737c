/** Reads fields of an answer whose types vary between API versions: numbers as texts, zeros and empty texts for "nothing". */
import type { BadRowReason } from '../../../../../contract/imports.ts';
import type { JsonObject } from '../../tables/json-items.ts';
import { parseDecimal } from '../../values/decimal.ts';
import { toMinor } from '../../values/money.ts';
import { parseTime } from '../../values/time.ts';
import { timeZone } from '../../values/time-zone.ts';

export class ItemFault extends Error {
  readonly field: string;
  readonly reason: BadRowReason;

  constructor(field: string, reason: BadRowReason) {
    super(reason);
    this.field = field;
    this.reason = reason;
  }
}

export function text(item: JsonObject, ...fields: string[]): string | undefined {
  for (const field of fields) {
    const value = item[field];
    if ((typeof value === 'string' && value !== '') || (typeof value === 'number' && value !== 0)) return String(value);
  }
  return undefined;
}

export function required(item: JsonObject, ...fields: string[]): string {
  const found = text(item, ...fields);
  if (found === undefined) throw new ItemFault(fields[0]!, 'missing');
  return found;
}

const moscow = timeZone('Europe/Moscow');

/** Times without an offset are Moscow's. The year 1 stands for "never". */
export function time(item: JsonObject, ...fields: string[]): string | undefined {
  const found = text(item, ...fields);
  if (found === undefined || found.startsWith('0001')) return undefined;
  const parsed = parseTime(found, moscow);
  if (parsed === null) throw new ItemFault(fields[0]!, 'not_a_date');
  return parsed;
}

export function requiredTime(item: JsonObject, ...fields: string[]): string {
  const found = time(item, ...fields);
  if (found === undefined) throw new ItemFault(fields[0]!, 'missing');
  return found;
}

/** An amount already in hundredths. */
export function hundredths(item: JsonObject, field: string): number | undefined {
  const value = item[field];
  if (value === null || value === undefined || value === '') return undefined;
  const amount = Number(value);
  if (!Number.isSafeInteger(amount)) throw new ItemFault(field, 'not_a_number');
  return amount;
}

/** An amount in whole units with a fraction. */
export function units(item: JsonObject, field: string): number | undefined {
  const value = item[field];
  if (value === null || value === undefined || value === '') return undefined;
  const decimal = typeof value === 'number' || typeof value === 'string' ? parseDecimal(String(value), '.') : null;
  const minor = decimal && toMinor(decimal);
  if (minor === null) throw new ItemFault(field, 'not_a_number');
  return minor;
}
