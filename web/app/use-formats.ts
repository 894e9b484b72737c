/** The formats of `formats.ts`, bound to the reader's language and the company's currency and time zone. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moment, MoneyStyle } from './formats.ts';
import * as formats from './formats.ts';
import type { Language } from './language.ts';
import { useWorkspace } from './session.ts';

export function useFormats() {
  const language = useTranslation().i18n.language as Language;
  const workspace = useWorkspace();
  const zone = workspace?.timeZone;
  const own = workspace?.currency ?? 'RUB';
  return useMemo(
    () => ({
      language,
      timeZone: zone,
      currency: own,
      /** Minor units; the currency of the company unless another is named. */
      money: (minor: number, currency: string = own, style?: MoneyStyle) => formats.formatMoney(minor, currency, language, style),
      number: (value: number, digits?: number) => formats.formatNumber(value, language, digits),
      compact: (value: number) => formats.formatCompact(value, language),
      percent: (share: number, digits?: number) => formats.formatPercent(share, language, digits),
      change: (share: number) => formats.formatChange(share, language),
      date: (moment: Moment) => formats.formatDate(moment, zone),
      dateInWords: (date: string) => formats.formatDateInWords(date, language),
      weekday: (weekday: number) => formats.formatWeekday(weekday, language),
      time: (moment: Moment) => formats.formatTime(moment, zone),
      dateTime: (moment: Moment) => formats.formatDateTime(moment, zone),
      relative: (moment: Moment, now?: number, style?: 'long' | 'short') => formats.formatRelative(moment, language, now, style),
      duration: (seconds: number) => formats.formatDuration(seconds, language),
      bytes: (bytes: number) => formats.formatBytes(bytes, language),
    }),
    [language, zone, own],
  );
}

export type Formats = ReturnType<typeof useFormats>;
