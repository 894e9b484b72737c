/** Where the demo shop sells: its people's names, its cities, its money. Russian and English shops are in Russia, Ukrainian ones in Ukraine. */
import type { Language } from '../../../../contract/language.ts';
import type { Currency } from '../../../../contract/money.ts';
import { Weighted } from '../weighted.ts';
import russia from './russia.json' with { type: 'json' };
import { transliterate } from './transliterate.ts';
import ukraine from './ukraine.json' with { type: 'json' };

export type CountryCode = 'RU' | 'UA';

export interface City {
  name: string;
  region: string;
  population: number;
  /** 0 is next door to the warehouse, 4 is a week away. */
  distance: number;
}

export interface Country {
  code: CountryCode;
  /** As people of the shop write it. */
  name: string;
  currency: Currency;
  /** Minor units of the currency for one kopeck of the Russian price list. */
  priceFactor: number;
  /** Hours of local time ahead of UTC. */
  offset: number;
  /** A full number with a code that no operator uses today, from up to seven digits. */
  phone(digits: number): string;
  /** A name in the letters that the shop's language is written in. */
  write(name: string): string;
  /** Names of people are kept in Cyrillic, because a surname takes its female form there. */
  firstMale: Weighted<string>;
  firstFemale: Weighted<string>;
  last: Weighted<string>;
  patronymic: readonly (readonly [male: string, female: string])[];
  cities: Weighted<City>;
  streets: readonly string[];
  companies: readonly string[];
  legalForms: readonly string[];
}

const settings = {
  RU: { currency: 'RUB', priceFactor: 1, offset: 3, prefix: '+7973' },
  UA: { currency: 'UAH', priceFactor: 0.52, offset: 2, prefix: '+38092' },
} as const;

export function countryOf(language: Language): Country {
  const code = language === 'uk' ? 'UA' : 'RU';
  const words = code === 'UA' ? ukraine : russia;
  const write = language === 'en' ? transliterate : (text: string) => text;
  const { prefix, ...money } = settings[code];
  return {
    code,
    ...money,
    name: { ru: 'Россия', uk: 'Україна', en: 'Russia' }[language],
    phone: (digits) => prefix + String(digits % 10_000_000).padStart(7, '0'),
    write,
    firstMale: byFrequency(words.firstMale),
    firstFemale: byFrequency(words.firstFemale),
    last: byFrequency(words.last),
    patronymic: words.patronymic.map(([male = '', female = '']) => [male, female] as const),
    cities: new Weighted(readCities(words.cities, write), (city) => city.population),
    streets: words.streets.map(write),
    companies: words.companies.map(write),
    legalForms: words.legalForms.map(write),
  };
}

/** Lists are written from the most frequent name down, and frequency falls about as fast as the square root of the place. */
function byFrequency(names: readonly string[]): Weighted<string> {
  const weights = new Map(names.map((name, place) => [name, 1 / (place + 3) ** 0.7]));
  return new Weighted(names, (name) => weights.get(name) ?? 0);
}

function readCities(rows: readonly (readonly (string | number)[])[], write: (text: string) => string): City[] {
  return rows.map(([name, region, population, distance]) => ({
    name: write(String(name)),
    region: write(String(region)),
    population: Number(population),
    distance: Number(distance),
  }));
}

/** The female form of a surname. */
export function feminine(last: string): string {
  if (/(?:[оеё]в|ин)$/.test(last)) return `${last}а`;
  return last
    .replace(/(?:ський|цький)$/, (end) => `${end.slice(0, -2)}а`)
    .replace(/ский$/, 'ская')
    .replace(/ий$/, 'а');
}
