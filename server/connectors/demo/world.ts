/** All that stays the same during one run of the demo: the country, the goods, the calendar, the words. */
import type { Language } from '../../../contract/language.ts';
import { makePriceBook, type PriceBook } from './assortment/prices.ts';
import { groupBySeries, makeProducts, type Product } from './assortment/products.ts';
import { type Calendar, makeCalendar } from './calendar/calendar.ts';
import { type Sale, salesOf } from './calendar/sales.ts';
import type { SalesChannel } from './channels/channel.ts';
import { channelsOf } from './channels/channels.ts';
import { type Country, countryOf } from './country/country.ts';
import { type Vocabulary, wordsOf } from './vocabulary/vocabulary.ts';

export interface DemoOptions {
  /** The same seed and end give the same bytes. */
  seed?: number;
  /** The present of the shop: nothing in it is later. */
  until: Date;
  /** Multiplies people, orders and stock: 1 is about 20,000 buyers and 45,000 orders, 50 is a million and two. */
  scale?: number;
  /** Of names and texts. Russian and English shops are in Russia, Ukrainian ones in Ukraine. */
  language?: Language;
  /** Behaviour on the site; by far the most records. */
  events?: boolean;
}

export interface World {
  seed: number;
  scale: number;
  events: boolean;
  country: Country;
  words: Vocabulary;
  calendar: Calendar;
  sales: readonly Sale[];
  channels: readonly SalesChannel[];
  products: readonly Product[];
  series: ReadonlyMap<string, readonly Product[]>;
  prices: PriceBook;
}

export function makeWorld({ seed = 1, until, scale = 1, language = 'ru', events = true }: DemoOptions): World {
  const country = countryOf(language);
  const words = wordsOf(language);
  const calendar = makeCalendar(until, country.offset);
  const sales = salesOf(country.code);
  const channels = channelsOf(country.code);
  const products = makeProducts(seed, words);
  const factors = channels.map((channel) => channel.priceFactor * country.priceFactor);
  const prices = makePriceBook(seed, products, calendar, sales, factors);
  return { seed, scale, events, country, words, calendar, sales, channels, products, series: groupBySeries(products), prices };
}

/** Streams of chance, apart from each other so that a change in one part leaves the rest as it was. */
export const streams = { people: 1, arrivals: 2, baskets: 3, orders: 4, stock: 5, reviews: 6, visits: 7, companies: 8 } as const;
