/** Whether the values of a column look like what a field holds: a guess by name alone takes a date for a sum too easily. */
import { parseDecimal } from '../values/decimal.ts';
import { parseInstant } from '../values/time.ts';
import { timeZone } from '../values/time-zone.ts';
import { currencyCode } from '../values/words-in-cells.ts';
import type { FieldType } from './fields.ts';

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const writtenDate = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;
const phone = /^\+?[\d\s()-]{7,20}$/;

/** Share of the filled values that fit the type, 0 to 1; 1 where nothing is filled. */
export function shapeFit(type: FieldType, values: readonly string[]): number {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (filled.length === 0) return 1;
  return filled.filter((value) => fits(type, value)).length / filled.length;
}

function fits(type: FieldType, value: string): boolean {
  switch (type) {
    case 'amount':
    case 'number':
      return parseDecimal(value) !== null;
    case 'time':
    case 'day':
      return parseInstant(value, timeZone('UTC')) !== null;
    case 'currency':
      return currencyCode(value) !== null;
    case 'email':
      return email.test(value);
    case 'phone':
      return phone.test(value) && value.replace(/\D/g, '').length >= 7;
    case 'id':
      return value.length <= 200 && !email.test(value);
    case 'rating':
      return /^[1-5](?:[.,]0+)?$/.test(value);
    default:
      return true;
  }
}

/** Types that a column shows by its values alone, whatever it is called. */
export function telltaleType(values: readonly string[]): 'email' | 'phone' | 'time' | null {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length < 2) return null;
  if (shapeFit('email', filled) > 0.8) return 'email';
  if (filled.every((value) => writtenDate.test(value.trim()) && fits('time', value.trim()))) return 'time';
  const likePhones = filled.filter((value) => /^(?:\+\d|8\s?\(?9)/.test(value.trim()) && value.replace(/\D/g, '').length >= 10);
  return likePhones.length / filled.length > 0.8 ? 'phone' : null;
}
