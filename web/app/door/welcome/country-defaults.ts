/** What a country suggests: its money, its time, the language most of its sellers work in. Everything can be changed. */
import type { Currency } from '../../../../contract/money.ts';
import type { BodyOf } from '../../../api-types.ts';

export type Country = BodyOf<'POST /setup'>['country'];

interface Suggestion {
  currency: Currency;
  timeZone: string;
}

export const suggestions: Record<Country, Suggestion> = {
  RU: { currency: 'RUB', timeZone: 'Europe/Moscow' },
  UA: { currency: 'UAH', timeZone: 'Europe/Kyiv' },
  BY: { currency: 'BYN', timeZone: 'Europe/Minsk' },
  KZ: { currency: 'KZT', timeZone: 'Asia/Almaty' },
  UZ: { currency: 'UZS', timeZone: 'Asia/Tashkent' },
  PL: { currency: 'PLN', timeZone: 'Europe/Warsaw' },
  other: { currency: 'USD', timeZone: 'UTC' },
};

export const countries = Object.keys(suggestions) as Country[];

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const oldNames: Record<string, string> = { 'Europe/Kiev': 'Europe/Kyiv' };

/** Where this browser seems to be. */
export function guessCountry(language: string): Country {
  const zone = oldNames[browserZone()] ?? browserZone();
  const byZone = countries.find((country) => suggestions[country].timeZone === zone);
  return byZone ?? (language === 'uk' ? 'UA' : language === 'ru' ? 'RU' : 'other');
}

/** Every zone with its distance from Greenwich, those of our countries among them whatever the browser calls them. */
export function timeZones(): { value: string; label: string }[] {
  const names = new Set([
    ...Object.values(suggestions).map(({ timeZone }) => timeZone),
    browserZone(),
    ...Intl.supportedValuesOf('timeZone'),
  ]);
  return [...names].map((zone) => ({ value: zone, label: `${zone.replaceAll('_', ' ')} · ${offsetOf(zone)}` }));
}

function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
