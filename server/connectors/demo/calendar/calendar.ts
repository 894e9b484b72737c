/** The 365 days that end now, in the shop's own time, with the calendar facts demand depends on. */

export const historyDays = 365;
export const hour = 3_600_000;
export const dayLength = 24 * hour;

export interface Day {
  /** 0 is the first day of the history, 364 is today. */
  index: number;
  /** Local midnight as epoch milliseconds. */
  start: number;
  year: number;
  /** 0 is January. */
  month: number;
  /** Of the month, from 1. */
  date: number;
  /** 0 is Monday. */
  weekday: number;
}

export interface Calendar {
  days: readonly Day[];
  start: number;
  /** Nothing is known after this moment, epoch milliseconds. */
  until: number;
}

/**
 * @param offset hours of local time ahead of UTC; the same all year, because a demo needs no clock change
 */
export function makeCalendar(until: Date, offset: number): Calendar {
  const end = until.getTime();
  if (Number.isNaN(end)) throw new RangeError('The demo needs a valid end date');
  const today = Math.floor((end + offset * hour) / dayLength) * dayLength - offset * hour;
  const start = today - (historyDays - 1) * dayLength;
  const days = Array.from({ length: historyDays }, (_, index) => describeDay(index, start + index * dayLength, offset));
  return { days, start, until: end };
}

function describeDay(index: number, start: number, offset: number): Day {
  const local = new Date(start + offset * hour);
  return {
    index,
    start,
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    date: local.getUTCDate(),
    weekday: (local.getUTCDay() + 6) % 7,
  };
}

/** The day a moment belongs to; may lie before 0 or after the last one. */
export function dayOf(calendar: Calendar, moment: number): number {
  return Math.floor((moment - calendar.start) / dayLength);
}

const dates = new Map<number, string>();

/** ISO 8601 in UTC; writes each date once, because a demo writes millions of moments of a few hundred days. */
export function iso(moment: number): string {
  const day = Math.floor(moment / dayLength);
  const date = dates.get(day) ?? writeDate(day);
  const second = Math.floor((moment - day * dayLength) / 1_000);
  return `${date}${twoDigits(Math.floor(second / 3_600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}Z`;
}

function writeDate(day: number): string {
  const date = new Date(day * dayLength).toISOString().slice(0, 11);
  dates.set(day, date);
  return date;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
