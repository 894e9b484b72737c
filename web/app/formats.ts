/** How figures and moments are written (requirements 5.4): one place, so that a sum looks the same on every screen. */
import type { Currency } from '../../contract/money.ts';
import type { Language } from './language.ts';

const nbsp = '\u00a0';
const locales: Record<Language, string> = { ru: 'ru-RU', uk: 'uk-UA', en: 'en-GB' };
const signs: Record<Currency, string> = {
  RUB: '₽',
  UAH: '₴',
  BYN: 'Br',
  KZT: '₸',
  USD: '$',
  EUR: '€',
  GBP: '£',
  BRL: 'R$',
  CNY: '¥',
  TRY: '₺',
  PLN: 'zł',
  UZS: 'сум',
};

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const format = numbers.get(key) ?? new Intl.NumberFormat(locales[language], options);
  numbers.set(key, format);
  return format;
}

// Russian groups with U+00A0 or U+202F depending on the engine's data; screens and tests need one of them.
const spaced = (text: string) => text.replace(/[\s\u202f]/g, nbsp).replace(/^-/, '−');

export const currencySign = (currency: string): string => (signs[currency as Currency] as string | undefined) ?? currency;

export const currencyCodes = Object.keys(signs) as Currency[];

export interface MoneyStyle {
  /** Whole units without kopecks, for tiles and charts. */
  whole?: boolean;
  /** `1,2 млн ₽`: for axes. */
  compact?: boolean;
}

/** `1 234 567,89 ₽` from minor units and an ISO currency, with no-break spaces. */
export function formatMoney(minor: number, currency: string, language: Language, { whole, compact }: MoneyStyle = {}): string {
  const digits = whole || compact ? 0 : 2;
  const options: Intl.NumberFormatOptions = compact
    ? { notation: 'compact', maximumFractionDigits: 1 }
    : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return spaced(`${numberFormat(language, options).format(minor / 100)}${nbsp}${currencySign(currency)}`);
}

/** `1 234,5`; at most `digits` decimals. */
export const formatNumber = (value: number, language: Language, digits = 2): string =>
  spaced(numberFormat(language, { maximumFractionDigits: digits }).format(value));

export const formatCompact = (value: number, language: Language): string =>
  spaced(numberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value));

/** `12,4 %` from the share 0.124. */
export const formatPercent = (share: number, language: Language, digits = 1): string =>
  `${formatNumber(share * 100, language, digits)}${nbsp}%`;

/** `+12,4 %` or `−3 %`: a change as a share. */
export const formatChange = (share: number, language: Language): string =>
  share > 0 ? `+${formatPercent(share, language)}` : formatPercent(share, language);

export type Moment = string | number | Date;

const momentOf = (moment: Moment) =>
  typeof moment === 'string' && moment.length === 10 ? new Date(`${moment}T12:00:00Z`) : new Date(moment);

function partsOf(moment: Moment, timeZone: string | undefined): Record<string, string> {
  const zone = typeof moment === 'string' && moment.length === 10 ? 'UTC' : timeZone;
  const format = dateFormat(zone);
  return Object.fromEntries(format.formatToParts(momentOf(moment)).map((part) => [part.type, part.value]));
}

const dates = new Map<string | undefined, Intl.DateTimeFormat>();

function dateFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const format =
    dates.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  dates.set(timeZone, format);
  return format;
}

/** `22.11.2026`; a bare date stays the same in every time zone. */
export function formatDate(moment: Moment, timeZone?: string): string {
  const { day, month, year } = partsOf(moment, timeZone);
  return `${day}.${month}.${year}`;
}

/** `14:32` */
export function formatTime(moment: Moment, timeZone?: string): string {
  const { hour, minute } = partsOf(moment, timeZone);
  return `${hour}:${minute}`;
}

/** `22.11.2026 14:32` */
export const formatDateTime = (moment: Moment, timeZone?: string): string =>
  `${formatDate(moment, timeZone)}${nbsp}${formatTime(moment, timeZone)}`;

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relativeFormat(language: Language, style: 'long' | 'short'): Intl.RelativeTimeFormat {
  const key = language + style;
  const format = relatives.get(key) ?? new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto', style });
  relatives.set(key, format);
  return format;
}

/** `3 часа назад`, `через 2 дня`; short is `3 ч назад`; under a minute it is `now` in the language. */
export function formatRelative(moment: Moment, language: Language, now = Date.now(), style: 'long' | 'short' = 'long'): string {
  const seconds = (momentOf(moment).getTime() - now) / 1000;
  const format = relativeFormat(language, style);
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : format.format(0, 'second');
}

/** `1 мин 20 с`: how long something takes, from seconds; the two largest units. */
export function formatDuration(seconds: number, language: Language): string {
  const units: [string, number][] = [
    ['day', Math.floor(seconds / 86_400)],
    ['hour', Math.floor((seconds % 86_400) / 3600)],
    ['minute', Math.floor((seconds % 3600) / 60)],
    ['second', Math.round(seconds % 60)],
  ];
  const first = units.findIndex(([, count]) => count > 0);
  const shown = first < 0 ? units.slice(3) : units.slice(first, first + 2).filter(([, count]) => count > 0);
  return shown.map(([unit, count]) => numberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count)).join(' ');
}

/** `4,2 МБ` from bytes. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const options: Intl.NumberFormatOptions = { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: 1 };
  return spaced(numberFormat(language, options).format(bytes / 1000 ** power));
}

/** `воскресенье, 22 ноября` of a date. */
export const formatDateInWords = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(momentOf(date));

/** `Пн`: a weekday by its number, 1 Monday .. 7 Sunday. */
export function formatWeekday(weekday: number, language: Language): string {
  const name = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'short' }).format(Date.UTC(2024, 0, weekday));
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
