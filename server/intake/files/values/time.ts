/** Dates and times as files write them: ISO, `22.11.2026 14:32`, US, compact, spreadsheet serials, Unix seconds. */
import type { TimeZone } from './time-zone.ts';

/** Which number comes first in `03/04/2026`. */
export type DateOrder = 'dmy' | 'mdy';

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const numeric =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:(?:\s+|\s*,\s*|T)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap]\.?m\.?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const slashedYearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const named = /^(\d{1,2})\s+([\p{L}]+)\.?\s+(\d{4})(?:\s*г\.?)?(?:[\s,]+(?:в\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u;

const months: Record<string, number> = {};
const monthNames = [
  'янв jan січ',
  'фев feb лют',
  'мар mar бер',
  'апр apr кві',
  'мая май may тра',
  'июн jun чер',
  'июл jul лип',
  'авг aug сер',
  'сен sep вер',
  'окт oct жов',
  'ноя nov лис',
  'дек dec гру',
];
for (const [index, names] of monthNames.entries()) for (const name of names.split(' ')) months[name] = index + 1;

/**
 * The instant a text names, in ms since 1970; a time without an offset is in `zone`.
 * @returns null where it names none
 */
export function parseInstant(text: string, zone: TimeZone, order: DateOrder = 'dmy'): number | null {
  const found = iso.exec(text);
  if (found) return isoInstant(found, zone);
  return numericInstant(text, zone, order) ?? yearFirstInstant(text, zone) ?? namedInstant(text, zone) ?? countedInstant(text, zone);
}

/** ISO 8601 in UTC, as the canonical records carry times. Null where the text is no time. */
export function parseTime(text: string, zone: TimeZone, order: DateOrder = 'dmy'): string | null {
  const instant = parseInstant(text, zone, order);
  return instant === null ? null : new Date(instant).toISOString();
}

/** A calendar day such as a birthday, without any time zone: `YYYY-MM-DD`. */
export function parseDay(text: string, order: DateOrder = 'dmy'): string | null {
  const instant = parseInstant(text.replace(/[T ].*$/, ''), utc as TimeZone, order) ?? parseInstant(text, utc as TimeZone, order);
  return instant === null ? null : new Date(instant).toISOString().slice(0, 10);
}

const utc = { name: 'UTC', instantOf: (wall: number) => wall } as Pick<TimeZone, 'name' | 'instantOf'>;

/** What `13/04/2026` says about its column; null where both readings are possible. */
export function shownOrder(text: string): DateOrder | null {
  const found = numeric.exec(text);
  if (!found) return null;
  if (Number(found[1]) > 12) return 'dmy';
  return Number(found[3]) > 12 ? 'mdy' : null;
}

function isoInstant(found: RegExpExecArray, zone: TimeZone): number | null {
  const ms = found[7] ? Number(found[7].slice(0, 3).padEnd(3, '0')) : 0;
  const wall = wallTime(+found[1]!, +found[2]!, +found[3]!, +(found[4] ?? 0), +(found[5] ?? 0), +(found[6] ?? 0));
  return wall === null ? null : placed(wall + ms, found[8], zone);
}

function numericInstant(text: string, zone: TimeZone, order: DateOrder): number | null {
  const found = numeric.exec(text);
  if (!found) return null;
  const first = Number(found[1]);
  const second = Number(found[3]);
  const monthFirst = second > 12 || (order === 'mdy' && found[2] !== '.' && first <= 12);
  const year = found[4]!.length === 2 ? 2000 + Number(found[4]) : Number(found[4]);
  const hours = clockHours(Number(found[5] ?? 0), found[8]);
  const wall = wallTime(year, monthFirst ? first : second, monthFirst ? second : first, hours, +(found[6] ?? 0), +(found[7] ?? 0));
  return wall === null ? null : placed(wall, found[9], zone);
}

function clockHours(hours: number, half: string | undefined): number {
  if (!half) return hours;
  return (hours % 12) + (half[0]!.toLowerCase() === 'p' ? 12 : 0);
}

function yearFirstInstant(text: string, zone: TimeZone): number | null {
  const found = slashedYearFirst.exec(text);
  if (!found) return null;
  const wall = wallTime(+found[1]!, +found[2]!, +found[3]!, +(found[4] ?? 0), +(found[5] ?? 0), +(found[6] ?? 0));
  return wall === null ? null : zone.instantOf(wall);
}

function namedInstant(text: string, zone: TimeZone): number | null {
  const found = named.exec(text);
  const month = found && months[found[2]!.slice(0, 3).toLowerCase()];
  if (!found || !month) return null;
  const wall = wallTime(+found[3]!, month, +found[1]!, +(found[4] ?? 0), +(found[5] ?? 0), +(found[6] ?? 0));
  return wall === null ? null : zone.instantOf(wall);
}

const firstSerial = 20_000;
const lastSerial = 80_000;

/** `20261122`, a spreadsheet serial (days since 1899-12-30, years 1954 to 2119), Unix seconds or milliseconds. */
function countedInstant(text: string, zone: TimeZone): number | null {
  if (/^(?:19|20)\d{6}$/.test(text)) {
    const wall = wallTime(+text.slice(0, 4), +text.slice(4, 6), +text.slice(6, 8), 0, 0, 0);
    if (wall !== null) return zone.instantOf(wall);
  }
  if (!/^\d{5,13}(?:[.,]\d+)?$/.test(text)) return null;
  const count = Number(text.replace(',', '.'));
  if (count >= firstSerial && count < lastSerial) return zone.instantOf(serialWall(count));
  if (/^1\d{9}$/.test(text)) return count * 1000;
  return /^1\d{12}$/.test(text) ? count : null;
}

/** Wall-clock ms of a spreadsheet serial, to the nearest second as spreadsheets show it. */
export function serialWall(serial: number): number {
  return Math.round((serial - 25_569) * 86_400) * 1000;
}

function wallTime(year: number, month: number, day: number, hours: number, minutes: number, seconds: number): number | null {
  if (month < 1 || month > 12 || day < 1 || hours > 24 || minutes > 59 || seconds > 60 || year < 1000) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}

function placed(wall: number, offset: string | undefined, zone: TimeZone): number {
  if (!offset) return zone.instantOf(wall);
  if (!/^[+-]/.test(offset)) return wall;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
  return wall - (offset[0] === '-' ? -minutes : minutes) * 60_000;
}
