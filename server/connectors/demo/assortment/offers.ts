/** What each channel tells about the goods it sells: the start, new arrivals, price changes, withdrawals. */
import type { ProductRecord } from '../../../../contract/records.ts';
import { type Day, iso } from '../calendar/calendar.ts';
import { shopChannel } from '../channels/channels.ts';
import type { Ledger } from '../ledger.ts';
import { unitOf } from '../random.ts';
import { isInStory } from '../stories.ts';
import type { World } from '../world.ts';
import type { Product } from './products.ts';

/** Whether a channel ever sells a product. */
export function isOffered(world: World, channel: number, product: Product): boolean {
  if (product.announcedAfter !== null) return channel === 0;
  const share = world.channels[channel]?.assortment ?? 0;
  return isInStory(product) || unitOf(world.seed, product.index, 31, channel) < share;
}

export function isOnSale(product: Product, day: number): boolean {
  return day >= product.launched && day <= product.withdrawn;
}

/** The day a channel first tells of it. */
export function announcementDay(product: Product): number {
  return product.launched + (product.announcedAfter ?? 0);
}

/** Writes down what the channels announce on a day, at its first second. */
export function announceOffers(world: World, ledger: Ledger, day: Day): void {
  for (const channel of world.channels.keys()) {
    for (const product of world.products) {
      if (!isOffered(world, channel, product)) continue;
      if (isNews(world, channel, product, day.index)) ledger.add(channel, day.start, describeOffer(world, channel, product, day));
    }
  }
}

function isNews(world: World, channel: number, product: Product, day: number): boolean {
  const first = announcementDay(product);
  if (day <= first || day > product.withdrawn + 1) return day === first;
  if (day === product.withdrawn + 1) return true;
  return tagOf(world, channel, product, day) !== tagOf(world, channel, product, day - 1);
}

function tagOf(world: World, channel: number, product: Product, day: number): number {
  return world.prices.regular(channel, product.index, day) * 100 + world.prices.percentOff(channel, product.index, day);
}

function describeOffer(world: World, channel: number, product: Product, day: Day): ProductRecord {
  const regular = world.prices.regular(channel, product.index, day.index);
  const off = world.prices.percentOff(channel, product.index, day.index);
  const externalId = world.channels[channel]?.productId(product.index) ?? product.sku;
  return {
    kind: 'product',
    externalId,
    sku: product.sku,
    name: product.name,
    brand: product.brand,
    category: [...product.path],
    barcode: product.barcode,
    groupId: product.groupId,
    attributes: product.attributes,
    currency: world.country.currency,
    price: regular - Math.round((regular * off) / 100),
    ...(off ? { oldPrice: regular } : {}),
    ...(channel === shopChannel ? { url: `https://shop.example/p/${externalId}`, ...costOf(world, product) } : {}),
    active: isOnSale(product, day.index),
    changedAt: iso(day.start),
  };
}

/** Only the seller's own shop knows what goods cost him. */
function costOf(world: World, product: Product): { cost?: number } {
  const cost = unitCost(world, product);
  return cost === null ? {} : { cost };
}

/** For one unit, in minor units; null where unknown. */
export function unitCost(world: World, product: Product): number | null {
  return product.costShare === null ? null : Math.round(product.price * product.costShare * world.country.priceFactor);
}
