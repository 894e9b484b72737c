/** Every word that the demo shop says, by language of the person who looks at it. */
import type { Language } from '../../../../contract/language.ts';
import type { CategoryKey } from '../assortment/categories.ts';
import type { Group } from '../calendar/seasons.ts';
import en from './en.json' with { type: 'json' };
import reviewsEn from './reviews-en.json' with { type: 'json' };
import reviewsRu from './reviews-ru.json' with { type: 'json' };
import reviewsUk from './reviews-uk.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };

/** Why goods come back. */
export const reasons = ['small', 'large', 'broken', 'defect', 'taste', 'colour', 'wrong', 'mind'] as const;
export type Reason = (typeof reasons)[number];

export interface CategoryWords {
  title: string;
  /** Opens the name of each product. */
  noun: string;
  models: readonly string[];
}

export interface ReviewWords {
  praise: Record<Group, readonly string[]>;
  general: readonly string[];
  but: readonly string[];
  blame: Record<Reason | 'late', readonly string[]>;
  closing: Record<'good' | 'bad', readonly string[]>;
  answer: Record<'good' | 'bad', readonly string[]>;
}

export interface Vocabulary {
  /** By channel key. */
  channels: Readonly<Record<string, string>>;
  /** The seller's own one first. */
  warehouses: readonly string[];
  groups: Record<Group, string>;
  brands: Readonly<Record<string, string>>;
  categories: Record<CategoryKey, CategoryWords>;
  attributes: Record<'weight' | 'volume' | 'colour' | 'size' | 'scent' | 'length' | 'pieces', string>;
  units: Record<'g' | 'ml' | 'cm' | 'm' | 'pcs', string>;
  colours: readonly string[];
  scents: readonly string[];
  bedSizes: readonly string[];
  delivery: Record<'line' | 'pickup' | 'courier' | 'post' | 'self' | 'freight', string>;
  payments: Record<PaymentKey, string>;
  reasons: Record<Reason, string>;
  tags: Record<'wholesale' | 'vip' | 'gift' | 'promo' | 'call', string>;
  comments: readonly string[];
  searches: readonly string[];
  reviews: ReviewWords;
}

export type PaymentKey = 'card' | 'wallet' | 'instant' | 'on-delivery' | 'instalments' | 'invoice';

const spoken: Record<Language, Vocabulary> = {
  ru: { ...ru, reviews: reviewsRu },
  uk: { ...uk, reviews: reviewsUk },
  en: { ...en, reviews: reviewsEn },
};

export function wordsOf(language: Language): Vocabulary {
  return spoken[language];
}
