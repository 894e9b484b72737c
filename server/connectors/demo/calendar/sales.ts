/** The marketplace sales and holidays of a year: when they are, how much more is bought, how deep the discounts go. */
import type { CountryCode } from '../country/country.ts';
import type { Day } from './calendar.ts';
import type { Group } from './seasons.ts';

export interface Sale {
  /** Written into the orders it brought. */
  name: string;
  isOn(day: Day): boolean;
  /** Demand of the whole shop against an ordinary day. */
  demand: number;
  /** These are wanted even more. */
  wanted: readonly Group[];
  /** Share of the assortment that takes part, 0 to 1. */
  share: number;
  /** Percent off, from and to. */
  depth: readonly [number, number];
}

/** Days of a month, both included. */
function dates(month: number, from: number, to: number): (day: Day) => boolean {
  return (day) => day.month === month - 1 && day.date >= from && day.date <= to;
}

/** From the Monday before the last Friday of November to the Monday after it. */
function isBlackFriday(day: Day): boolean {
  const lastDate = new Date(Date.UTC(day.year, 11, 0));
  const friday = lastDate.getUTCDate() - ((lastDate.getUTCDay() + 2) % 7);
  const fromFriday = day.date - friday + (day.month === 11 ? 30 : 0);
  return (day.month === 10 || (day.month === 11 && day.date <= 5)) && fromFriday >= -4 && fromFriday <= 3;
}

const everywhere: readonly Sale[] = [
  { name: '8.03', isOn: dates(3, 1, 8), demand: 1.4, wanted: ['sweets', 'dishes', 'cosy'], share: 0.35, depth: [10, 20] },
  { name: '07.07', isOn: dates(7, 6, 9), demand: 1.3, wanted: [], share: 0.4, depth: [10, 30] },
  { name: '11.11', isOn: dates(11, 9, 12), demand: 1.75, wanted: ['textile', 'clothes'], share: 0.5, depth: [10, 35] },
  { name: 'Black Friday', isOn: isBlackFriday, demand: 1.5, wanted: ['dishes', 'clothes'], share: 0.5, depth: [15, 35] },
  { name: 'New Year', isOn: dates(12, 10, 27), demand: 1.25, wanted: ['sweets', 'festive', 'tea'], share: 0.3, depth: [5, 15] },
  // Nobody orders on the first days of January.
  { name: 'Holidays', isOn: dates(1, 1, 4), demand: 0.5, wanted: [], share: 0, depth: [0, 0] },
];

const local: Record<CountryCode, readonly Sale[]> = {
  RU: [
    { name: '23.02', isOn: dates(2, 16, 22), demand: 1.15, wanted: ['coffee'], share: 0.25, depth: [10, 15] },
    { name: '1.09', isOn: dates(8, 26, 31), demand: 1.15, wanted: ['coffee', 'textile'], share: 0.3, depth: [10, 20] },
  ],
  UA: [
    { name: '14.02', isOn: dates(2, 8, 13), demand: 1.15, wanted: ['sweets'], share: 0.25, depth: [10, 15] },
    { name: '24.08', isOn: dates(8, 22, 25), demand: 1.15, wanted: ['textile', 'cosy'], share: 0.3, depth: [10, 24] },
  ],
};

export function salesOf(country: CountryCode): readonly Sale[] {
  return [...everywhere, ...local[country]];
}
