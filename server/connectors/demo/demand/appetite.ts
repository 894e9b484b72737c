/** What is wanted on a day in a channel: popularity, season, price, sales. People draw their wishes from it. */
import { isOffered, isOnSale } from '../assortment/offers.ts';
import type { Product } from '../assortment/products.ts';
import type { Day } from '../calendar/calendar.ts';
import { type Group, groups, seasonOf } from '../calendar/seasons.ts';
import { searchTotals } from '../weighted.ts';
import type { World } from '../world.ts';

/** First and last-but-one product of each category, by key. */
type Ranges = ReadonlyMap<string, readonly [from: number, to: number]>;

export class Appetite {
  readonly #totals: Float64Array;
  readonly #ranges: Ranges;
  readonly #products: readonly Product[];

  constructor(world: World, channel: number, day: Day) {
    this.#products = world.products;
    this.#ranges = rangesOf(world.products);
    this.#totals = new Float64Array(world.products.length);
    const mood = moodOf(world, day);
    let total = 0;
    for (const product of world.products) {
      total += isOffered(world, channel, product) ? wish(world, channel, product, day, mood) : 0;
      this.#totals[product.index] = total;
    }
  }

  /** Any product, as popular as it is today. */
  draw(unit: number): Product {
    return this.#drawFrom(0, this.#totals.length, unit);
  }

  /** A product of one category; null when the channel has none today. */
  drawFrom(category: string, unit: number): Product | null {
    const [from, to] = this.#ranges.get(category) ?? [0, 0];
    return this.#total(to - 1) > this.#total(from - 1) ? this.#drawFrom(from, to, unit) : null;
  }

  /** Of all wishes, the share for one product. */
  shareOf(product: Product): number {
    return (this.#total(product.index) - this.#total(product.index - 1)) / this.#total(this.#totals.length - 1);
  }

  #drawFrom(from: number, to: number, unit: number): Product {
    const low = this.#total(from - 1);
    const found = this.#products[searchTotals(this.#totals, low + unit * (this.#total(to - 1) - low), from, to)];
    if (!found) throw new RangeError('The channel sells nothing');
    return found;
  }

  #total(index: number): number {
    return this.#totals[index] ?? 0;
  }
}

const knownRanges = new WeakMap<readonly Product[], Ranges>();

function rangesOf(products: readonly Product[]): Ranges {
  const known = knownRanges.get(products);
  if (known) return known;
  const ranges = new Map<string, [number, number]>();
  for (const { category, index } of products) ranges.set(category.key, [ranges.get(category.key)?.[0] ?? index, index + 1]);
  knownRanges.set(products, ranges);
  return ranges;
}

function moodOf(world: World, day: Day): Record<Group, number> {
  const sale = world.sales.find((each) => each.isOn(day));
  const mood = (group: Group) => seasonOf(group, day) * (sale?.wanted.includes(group) ? 1.35 : 1);
  return Object.fromEntries(groups.map((group) => [group, mood(group)])) as Record<Group, number>;
}

function wish(world: World, channel: number, product: Product, day: Day, mood: Record<Group, number>): number {
  if (!isOnSale(product, day.index)) return 0;
  const discount = 1 + world.prices.percentOff(channel, product.index, day.index) / 18;
  return product.popularity * mood[product.category.group] * discount * world.prices.pull(product.index, day.index);
}
