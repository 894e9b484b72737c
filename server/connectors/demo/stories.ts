/** The few things that go wrong on purpose, so that analytics has something true to find. */
import type { CategoryKey } from './assortment/categories.ts';
import type { Reason } from './vocabulary/vocabulary.ts';

interface Model {
  category: CategoryKey;
  /** Number of the model within its category. */
  model: number;
}

/** A model whose buyers send it back for one reason, between two days of the history. */
export interface Flaw extends Model {
  reason: Reason;
  /** Share of delivered lines that come back for it. */
  share: number;
  from: number;
  to: number;
}

export const flaws: readonly Flaw[] = [
  // The waffle dressing gown is cut a size too small, and nobody has noticed yet.
  { category: 'robes', model: 1, reason: 'small', share: 0.31, from: 0, to: 364 },
  // The large mug broke on the way until the packing was changed.
  { category: 'mugs', model: 2, reason: 'broken', share: 0.22, from: 90, to: 230 },
];

/** A price rise that costs more sales than it brings. */
export const priceRise: Model & { day: number; factor: number } = { category: 'beans', model: 0, day: 200, factor: 1.24 };

/** The gift box that nobody reorders in time, again and again. */
export const neglected: Model = { category: 'gift-boxes', model: 0 };

/**
 * Goods that the first marketplace sells before its catalogue has told us about them: the first late by some days, the second never yet.
 * They are sold nowhere else, so their orders wait for a product.
 */
export const unannounced: readonly (Model & { launched: number; days: number })[] = [
  { category: 'cookies', model: 1, launched: 120, days: 5 },
  { category: 'thermos', model: 1, launched: 250, days: 6 },
  { category: 'mugs', model: 4, launched: 357, days: 1_000 },
];

/** In the farthest places parcels paid on delivery are often left at the counter. */
export const refusalByDistance = [0.05, 0.07, 0.1, 0.16, 0.27];

export function isModel(story: Model, product: { category: { key: CategoryKey }; model: number }): boolean {
  return story.category === product.category.key && story.model === product.model;
}

/** Models of the stories are on sale the whole year. */
export function isInStory(product: { category: { key: CategoryKey }; model: number }): boolean {
  return [...flaws, priceRise, neglected].some((story) => isModel(story, product));
}
