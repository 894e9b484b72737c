/** Which three channels a demo has: the marketplaces of its country and the own web shop, which is always the last one. */
import type { CountryCode } from '../country/country.ts';
import type { SalesChannel } from './channel.ts';
import { ozon } from './ozon.ts';
import { shop } from './shop.ts';
import { prom, rozetka } from './ukraine.ts';
import { wildberries } from './wildberries.ts';

export const shopChannel = 2;

const ofCountry: Record<CountryCode, readonly SalesChannel[]> = {
  RU: [ozon, wildberries, shop],
  UA: [rozetka, prom, shop],
};

export function channelsOf(country: CountryCode): readonly SalesChannel[] {
  return ofCountry[country];
}
