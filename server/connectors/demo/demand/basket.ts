/** What one visit ends in: things that are there, at today's price, with what goes along with them. */
import { companions } from '../assortment/categories.ts';
import { type Product, seriesKey } from '../assortment/products.ts';
import type { Day } from '../calendar/calendar.ts';
import type { SalesChannel } from '../channels/channel.ts';
import { type Random, unitOf } from '../random.ts';
import type { Stock } from '../stock/stock.ts';
import { Weighted } from '../weighted.ts';
import type { World } from '../world.ts';
import type { Appetite } from './appetite.ts';

export interface Pick {
  product: Product;
  quantity: number;
}

export interface Basket {
  picks: Pick[];
  /** Wanted but not there. */
  missed: Product[];
}

/** A visit to a channel: who, when, and where the goods would come from. */
export interface Errand {
  world: World;
  channel: SalesChannel;
  appetite: Appetite;
  stock: Stock;
  warehouse: number;
  day: Day;
  person: number;
  /** The pack that is used up and bought again. */
  favourite: Product | null;
  random: Random;
}

const nextTo = new Map(
  Object.entries(companions).map(([key, others]) => [key, new Weighted(Object.entries(others), ([, weight]) => weight)] as const),
);

export function fillBasket(errand: Errand): Basket {
  const { random, channel, world, person } = errand;
  const basket: Basket = { picks: [], missed: [] };
  // Some people always take more: an own mean between a third and three times the usual.
  const appetite = 0.35 + 1.3 * unitOf(world.seed, person, 62);
  const lines = 1 + random.further(Math.min(0.8, ((channel.basket - 1) / channel.basket) * appetite), 7);
  for (let line = 0; line < lines; line++) {
    const wanted = line === 0 ? wishFirst(errand) : wishNext(errand, basket.picks);
    if (wanted) tryToTake(errand, basket, wanted);
  }
  return basket;
}

function wishFirst({ appetite, favourite, random, world, person }: Errand): Product | null {
  if (favourite && random.chance(0.45)) return favourite;
  if (!random.chance(0.5)) return appetite.draw(random.unit());
  // Two categories that the person likes for ever.
  const liked = Math.floor(unitOf(world.seed, person, random.chance(0.6) ? 63 : 64) * world.products.length);
  return appetite.drawFrom(world.products[liked]?.category.key ?? '', random.unit()) ?? appetite.draw(random.unit());
}

function wishNext({ appetite, random, world }: Errand, picks: readonly Pick[]): Product | null {
  const [first] = picks;
  const near = first ? nextTo.get(first.product.category.key) : undefined;
  if (!first || !near || !random.chance(0.62)) return appetite.draw(random.unit());
  const [category] = near.draw(random.unit());
  // The cup that matches the teapot: the model of the same number.
  const matching = world.series.get(seriesKey(category, first.product.model));
  return matching && random.chance(0.5) ? random.pick(matching) : appetite.drawFrom(category, random.unit());
}

function tryToTake(errand: Errand, basket: Basket, wanted: Product): void {
  const found = isThere(errand, wanted) ? wanted : findInstead(errand, basket, wanted);
  if (!found || basket.picks.some((pick) => pick.product === found)) return;
  const available = errand.stock.available(errand.warehouse, found.index);
  const quantity = Math.min(available, chooseQuantity(errand.random, found));
  basket.picks.push({ product: found, quantity });
}

/** On sale in this channel today, and in the warehouse. */
function isThere({ stock, warehouse, appetite }: Errand, product: Product): boolean {
  return appetite.shareOf(product) > 0 && stock.available(warehouse, product.index) > 0;
}

/** Half of the people take something like it, the other half leave it. */
function findInstead(errand: Errand, basket: Basket, wanted: Product): Product | null {
  errand.stock.miss(errand.warehouse, wanted.index, 1);
  basket.missed.push(wanted);
  if (!errand.random.chance(0.5)) return null;
  const other = errand.appetite.drawFrom(wanted.category.key, errand.random.unit());
  return other && isThere(errand, other) ? other : null;
}

function chooseQuantity(random: Random, product: Product): number {
  return 1 + (product.category.lasts > 0 ? random.further(0.22, 4) : random.further(0.05, 3));
}
