/** One value of a custom field in the one form it is stored in, whether a form, a file or a program wrote it. */
import type { FieldDefinition, FieldType } from '../../contract/fields.ts';
import { normalizeEmail, normalizePhone } from './contacts.ts';

export type FieldValue = string | number | boolean;

/** What reading a value needs besides the value. */
export interface ValueContext {
  options: FieldDefinition['options'];
  /** ISO code of the country whose phones are written without a code. */
  homeCountry: string;
}

/** @returns null where the value is not one of this type */
export function readFieldValue(type: FieldType, value: unknown, context: ValueContext): FieldValue | null {
  return readers[type](typeof value === 'string' ? value.trim() : value, context);
}

const readers: Record<FieldType, (value: unknown, context: ValueContext) => FieldValue | null> = {
  text: (value) => readText(value, 500),
  long_text: (value) => readText(value, 20_000),
  number: readNumber,
  integer: (value) => {
    const number = readNumber(value);
    return Number.isSafeInteger(number) ? number : null;
  },
  date: (value) => (typeof value === 'string' ? readDay(value) : null),
  yes_no: (value) => (typeof value === 'boolean' ? value : (yesNo.get(String(value).toLowerCase()) ?? null)),
  dictionary: (value, { options }) => findOption(String(value), options),
  email: (value) => (typeof value === 'string' ? normalizeEmail(value) : null),
  phone: (value, { homeCountry }) => normalizePhone(String(value), homeCountry),
  money: readMoney,
};

function readText(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).replaceAll('\0', '').toWellFormed();
  return text.length <= longest ? text : null;
}

/** `1 234,5` and `1234.5` are the same number. */
function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const plain = value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : null;
}

/** A number is minor units, as everywhere in the API; a text is an amount as people write it: `1 234,50`. */
function readMoney(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== 'string') return null;
  const [, sign = '', whole = '', part = ''] =
    /^([+-]?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')) ?? [];
  if (whole === '') return null;
  return Number(`${sign}${whole}${part.padEnd(2, '0')}`);
}

/** `2026-11-22`, `2026-11-22T10:00:00Z` and `22.11.2026` are one day. */
function readDay(value: string): string | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(value) ?? [];
  const [, day = isoDay, month = isoMonth, year = isoYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? [];
  if (!year || !month || !day) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

const yesNo = new Map<string, boolean>([
  ...['true', 'yes', 'y', '1', 'да', 'так', '+'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', 'нет', 'ні', '-'].map((word) => [word, false] as const),
]);

/** Files name options as the screen shows them. */
function findOption(text: string, options: FieldDefinition['options']): string | null {
  const wanted = text.toLowerCase();
  const found =
    options.find(({ value }) => value === text) ??
    options.find(({ value, labels }) => [value, ...Object.values(labels)].some((name) => name?.toLowerCase() === wanted));
  return found?.value ?? null;
}
