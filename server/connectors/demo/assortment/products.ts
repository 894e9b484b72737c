/** The assortment: every model in every variant, with its article, barcode, price level and fate. */
import { scramble, unitOf } from '../random.ts';
import { type Flaw, flaws, isInStory, isModel, unannounced } from '../stories.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Category, categories } from './categories.ts';
import { type Variant, variantsOf } from './variants.ts';

export interface Product {
  /** Position in the assortment; products of one category stand together. */
  index: number;
  category: Category;
  /** Number of the model within its category; models of one number form a series. */
  model: number;
  sku: string;
  groupId: string;
  name: string;
  brand: string;
  path: readonly string[];
  attributes: Readonly<Record<string, string>>;
  barcode: string;
  /** Basic price in kopecks. */
  price: number;
  /** Cost as a share of the basic price; null where the seller never wrote it down. */
  costShare: number | null;
  /** How often it is chosen, against all others. */
  popularity: number;
  /** Satisfaction of buyers, about 0.75 to 1. */
  quality: number;
  /** Days between the first sale and the news of it from the first marketplace, the only one that sells it then; null as a rule. */
  announcedAfter: number | null;
  /** First day on sale; 0 for what was there from the start. */
  launched: number;
  /** Last day on sale. */
  withdrawn: number;
  flaw: Flaw | null;
}

export function makeProducts(seed: number, words: Vocabulary): Product[] {
  const products: Product[] = [];
  for (const [place, category] of categories.entries()) {
    for (const model of words.categories[category.key].models.keys()) {
      const variants = variantsOf(category.axis, model, words);
      for (const variant of variants)
        products.push(makeProduct(seed, words, { category, place, model, variant, variants, index: products.length }));
    }
  }
  return products;
}

interface Blank {
  category: Category;
  place: number;
  model: number;
  variant: Variant;
  variants: readonly Variant[];
  index: number;
}

function makeProduct(seed: number, words: Vocabulary, blank: Blank): Product {
  const { category, model, variant, index } = blank;
  const chance = (purpose: number) => unitOf(seed, blank.place * 100 + model, purpose);
  const groupId = `${category.code}-${String(model + 1).padStart(2, '0')}`;
  const total = blank.variants.reduce((sum, each) => sum + each.weight, 0);
  const level = category.price[0] + chance(1) * (category.price[1] - category.price[0]);
  return {
    index,
    category,
    model,
    sku: `${groupId}-${variant.code}`,
    groupId,
    brand: words.brands[category.brands[model % category.brands.length] ?? ''] ?? '',
    ...describe(words, category, model, variant),
    barcode: barcodeOf(index),
    price: Math.round(level * variant.price) * 100,
    costShare: unitOf(seed, index, 2) < 0.03 ? null : 0.32 + chance(3) * 0.22,
    popularity: (category.weight * (variant.weight / total) * (0.35 + 1.8 * chance(4) ** 2)) / words.categories[category.key].models.length,
    quality: 0.8 + 0.2 * chance(5),
    ...lifeOnSale(blank, chance(6), chance(7)),
    flaw: flaws.find((flaw) => isModel(flaw, blank)) ?? null,
  };
}

function describe(words: Vocabulary, category: Category, model: number, variant: Variant) {
  const { title, noun, models } = words.categories[category.key];
  const name = `${noun} ${models[model]}`;
  return {
    name: variant.label ? `${name}, ${variant.label}` : name,
    path: [words.groups[category.group], title],
    attributes: variant.attribute ? { [words.attributes[variant.attribute]]: variant.label } : {},
  };
}

type LifeOnSale = Pick<Product, 'launched' | 'withdrawn' | 'announcedAfter'>;
const never = 1_000;

/** One model in nine arrives during the year, one in thirty leaves. */
function lifeOnSale(blank: Blank, arrival: number, leaving: number): LifeOnSale {
  const surprise = unannounced.find((story) => isModel(story, blank));
  if (surprise) return { launched: surprise.launched, withdrawn: never, announcedAfter: surprise.days };
  const life = { launched: 0, withdrawn: never, announcedAfter: null };
  if (isInStory(blank)) return life;
  if (arrival < 0.11) return { ...life, launched: 40 + Math.floor((arrival / 0.11) * 290) };
  return leaving < 0.035 ? { ...life, withdrawn: 150 + Math.floor((leaving / 0.035) * 150) } : life;
}

/** EAN-13 from the range that shops may use inside (20), so that it names nobody's goods. */
function barcodeOf(index: number): string {
  const digits = `20${String(4_600_000_000 + (scramble(index) % 90_000) * 1_000 + index)}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** Models of one number in different categories are made to go together. */
export function seriesKey(category: string, model: number): string {
  return `${category}/${model}`;
}

export function groupBySeries(products: readonly Product[]): ReadonlyMap<string, readonly Product[]> {
  return Map.groupBy(products, (product) => seriesKey(product.category.key, product.model));
}
