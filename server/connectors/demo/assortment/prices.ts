/** What every product costs on every day in every channel, and what is off: changes through the year, sales, own promotions. */
import type { Calendar } from '../calendar/calendar.ts';
import type { Sale } from '../calendar/sales.ts';
import { scramble, unitOf } from '../random.ts';
import { isModel, priceRise } from '../stories.ts';
import type { Product } from './products.ts';

export interface PriceBook {
  /** For one unit before any discount, in minor units. */
  regular(channel: number, product: number, day: number): number;
  /** Whole percent off in a sale or promotion; 0 on ordinary days. */
  percentOff(channel: number, product: number, day: number): number;
  /** How much more or less is wanted because of the price, against the basic price. */
  pull(product: number, day: number): number;
}

const steps = [5, 10, 12, 15, 20, 25, 30, 35];

/** @param factors of each channel against the basic price; they carry the currency too */
export function makePriceBook(
  seed: number,
  products: readonly Product[],
  calendar: Calendar,
  sales: readonly Sale[],
  factors: readonly number[],
): PriceBook {
  const width = calendar.days.length;
  const level = new Float64Array(products.length * width);
  const offs = factors.map(() => new Uint8Array(products.length * width));
  const saleOfDay = calendar.days.map((day) => sales.findIndex((sale) => sale.isOn(day)));
  for (const product of products) {
    fillLevels(seed, product, level.subarray(product.index * width, (product.index + 1) * width));
    for (const [channel, off] of offs.entries()) {
      fillDiscounts(seed, product, channel, sales, saleOfDay, off.subarray(product.index * width, (product.index + 1) * width));
    }
  }
  const cell = (product: number, day: number) => product * width + day;
  const basic = (product: number) => products[product]?.price ?? 0;
  return {
    regular: (channel, product, day) => roundPrice(basic(product) * (level[cell(product, day)] ?? 1) * (factors[channel] ?? 1)),
    percentOff: (channel, product, day) => offs[channel]?.[cell(product, day)] ?? 0,
    pull: (product, day) => (level[cell(product, day)] ?? 1) ** -2,
  };
}

/** One to four changes a year, upwards on the whole. */
function fillLevels(seed: number, product: Product, row: Float64Array): void {
  const model = scramble(seed, product.model, product.category.price[1], product.category.price[0]);
  const changes = new Map<number, number>();
  for (let n = 0; n < 1 + (model % 4); n++) {
    changes.set(20 + Math.floor(unitOf(model, n, 1) * 330), 0.95 + unitOf(model, n, 2) * 0.15);
  }
  if (isModel(priceRise, product)) changes.set(priceRise.day, priceRise.factor);
  let level = 1;
  for (let day = 0; day < row.length; day++) {
    level *= changes.get(day) ?? 1;
    row[day] = level;
  }
}

function fillDiscounts(
  seed: number,
  product: Product,
  channel: number,
  sales: readonly Sale[],
  saleOfDay: readonly number[],
  row: Uint8Array,
): void {
  const chance = (purpose: number, which: number) => unitOf(seed + channel, product.index, purpose, which);
  for (let promotion = 0; promotion < 2; promotion++) {
    const start = Math.floor(chance(11, promotion) * 380);
    if (chance(12, promotion) < 0.6) row.fill(chance(13, promotion) < 0.5 ? 10 : 15, start, start + 7);
  }
  for (const [day, which] of saleOfDay.entries()) {
    const sale = sales[which];
    if (sale && chance(14, which) < sale.share) row[day] = depthOf(sale, chance(15, which));
  }
}

function depthOf(sale: Sale, chance: number): number {
  const allowed = steps.filter((step) => step >= sale.depth[0] && step <= sale.depth[1]);
  return allowed[Math.floor(chance * allowed.length)] ?? 0;
}

/** Prices end the way price tags do: 349, 1 290, 3 490. */
function roundPrice(amount: number): number {
  const whole = amount / 100;
  if (whole < 1_000) return Math.max(9, Math.round(whole / 10) * 10 - 1) * 100;
  return (Math.round(whole / 100) * 100 - 10) * 100;
}
