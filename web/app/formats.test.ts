/** Figures and moments look as requirements 5.4 writes them, in every language. */
import { expect, test } from 'vitest';
import {
  formatBytes,
  formatChange,
  formatDate,
  formatDateInWords,
  formatDateTime,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  formatWeekday,
} from './formats.ts';

const plain = (text: string) => text.replace(/\u00a0/g, '_');

test('[5.4] writes money from minor units with no-break spaces, decimal comma and the sign last', () => {
  expect(plain(formatMoney(123_456_789, 'RUB', 'ru'))).toBe('1_234_567,89_₽');
  expect(plain(formatMoney(123_456_789, 'UAH', 'uk'))).toBe('1_234_567,89_₴');
  expect(plain(formatMoney(5, 'BYN', 'ru'))).toBe('0,05_Br');
  expect(plain(formatMoney(-100_000_00, 'KZT', 'ru'))).toBe('−100_000,00_₸');
  expect(plain(formatMoney(123_456_789, 'USD', 'en'))).toBe('1,234,567.89_$');
  expect(plain(formatMoney(974_774_793, 'GBP', 'ru', { whole: true }))).toBe('9_747_748_£');
  expect(plain(formatMoney(120_000_000, 'RUB', 'ru', { compact: true }))).toBe('1,2_млн_₽');
});

test('[5.4] writes numbers and shares', () => {
  expect(plain(formatNumber(1_234_567.891, 'ru'))).toBe('1_234_567,89');
  expect(plain(formatPercent(0.124, 'ru'))).toBe('12,4_%');
  expect(plain(formatChange(0.05, 'uk'))).toBe('+5_%');
  expect(plain(formatChange(-0.031, 'ru'))).toBe('−3,1_%');
});

test('[5.4] writes moments in the workspace zone and bare dates as they are', () => {
  expect(plain(formatDateTime('2026-11-22T11:32:00Z', 'Europe/Moscow'))).toBe('22.11.2026_14:32');
  expect(formatDate('2026-11-22T22:30:00Z', 'Europe/Moscow')).toBe('23.11.2026');
  expect(formatDate('2026-11-22', 'America/New_York')).toBe('22.11.2026');
  expect(plain(formatDateTime('2026-11-22T21:00:00Z', 'Europe/Moscow'))).toBe('23.11.2026_00:00');
});

test('[5.1] says relative times in the reader’s language', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(formatRelative('2026-11-22T09:00:00Z', 'ru', now)).toBe('3 часа назад');
  expect(formatRelative('2026-11-22T07:00:00Z', 'ru', now)).toBe('5 часов назад');
  expect(formatRelative('2026-11-24T12:00:00Z', 'uk', now)).toBe('післязавтра');
  expect(formatRelative('2026-11-22T11:59:40Z', 'en', now)).toBe('now');
  expect(plain(formatRelative('2026-11-22T11:29:00Z', 'ru', now, 'short')).replace(/_/g, ' ')).toBe('31 мин. назад');
});

test('[5.1] says how long work takes and how big files are', () => {
  expect(plain(formatDuration(80, 'ru')).replace(/_/g, ' ')).toBe('1 мин 20 с');
  expect(plain(formatDuration(0, 'en')).replace(/_/g, ' ')).toBe('0 secs');
  expect(plain(formatBytes(4_200_000, 'ru'))).toBe('4,2_МБ');
});

test('days and weekdays are said in the language of the reader', () => {
  expect(formatDateInWords('2026-11-22', 'ru')).toBe('воскресенье, 22 ноября');
  expect(formatDateInWords('2026-11-22', 'uk')).toMatch(/^неділя, 22 листопада/);
  expect([1, 7].map((day) => formatWeekday(day, 'ru'))).toEqual(['Пн', 'Вс']);
  expect(formatWeekday(3, 'en')).toBe('Wed');
});
