/** What kinds of goods the seller has, and how each kind behaves: price, popularity, wear, returns. */
import type { Group } from '../calendar/seasons.ts';

/** What the variants of a model differ in. */
export type Axis =
  | 'single'
  | 'leaf'
  | 'roast'
  | 'jar'
  | 'pieces'
  | 'pot'
  | 'flask'
  | 'colour'
  | 'throw'
  | 'cloth'
  | 'bed'
  | 'clothes'
  | 'shoes'
  | 'scent'
  | 'wire';

export interface Category {
  key: CategoryKey;
  /** Opens the articles of its products. */
  code: string;
  group: Group;
  brands: readonly string[];
  axis: Axis;
  /** Of the basic variant, in roubles, cheapest and dearest model. */
  price: readonly [number, number];
  /** How often people ask for it, against other categories. */
  weight: number;
  /** Days until one pack is used up; 0 for things that last. */
  lasts: number;
  /** Share of delivered lines that come back. */
  returns: number;
}

type Row = Omit<Category, 'key'>;

function row(
  code: string,
  group: Group,
  brands: string,
  axis: Axis,
  price: [number, number],
  weight: number,
  lasts: number,
  returns: number,
): Row {
  return { code, group, brands: brands.split(' '), axis, price, weight, lasts, returns };
}

const rows = {
  black: row('BLK', 'tea', 'vereskara chayovna', 'leaf', [290, 490], 9, 40, 0.008),
  green: row('GRN', 'tea', 'vereskara chayovna', 'leaf', [320, 560], 6, 40, 0.009),
  herbal: row('HRB', 'tea', 'vereskara', 'leaf', [260, 420], 5, 45, 0.01),
  oolong: row('OOL', 'tea', 'chayovna', 'leaf', [490, 890], 3, 50, 0.01),
  'tea-sets': row('TST', 'tea', 'chayovna', 'pieces', [890, 1990], 3, 0, 0.015),
  beans: row('BNS', 'coffee', 'kofemora', 'roast', [490, 890], 8, 30, 0.008),
  ground: row('GRD', 'coffee', 'kofemora', 'roast', [450, 790], 5, 28, 0.009),
  drip: row('DRP', 'coffee', 'kofemora', 'pieces', [390, 690], 4, 21, 0.006),
  honey: row('HNY', 'sweets', 'pryanevik', 'jar', [390, 690], 4, 50, 0.012),
  jam: row('JAM', 'sweets', 'pryanevik', 'jar', [350, 620], 3, 45, 0.012),
  chocolate: row('CHC', 'sweets', 'pryanevik', 'single', [240, 390], 4, 20, 0.004),
  cookies: row('CKS', 'sweets', 'pryanevik', 'single', [260, 420], 3, 20, 0.006),
  teapots: row('TPT', 'dishes', 'glinaris', 'pot', [1290, 3490], 4, 0, 0.05),
  mugs: row('MUG', 'dishes', 'glinaris', 'colour', [490, 1190], 7, 0, 0.035),
  cups: row('CUP', 'dishes', 'glinaris', 'colour', [790, 1690], 4, 0, 0.045),
  thermos: row('THR', 'dishes', 'termolad', 'flask', [1190, 2290], 4, 0, 0.03),
  cezve: row('CZV', 'dishes', 'kofemora', 'pot', [1490, 2990], 2, 0, 0.03),
  press: row('PRS', 'dishes', 'termolad', 'pot', [1290, 2690], 3, 0, 0.045),
  jars: row('JAR', 'dishes', 'glinaris uyutar', 'colour', [450, 990], 3, 0, 0.035),
  plaids: row('PLD', 'textile', 'lnyaneya uyutar', 'throw', [1890, 4490], 4, 0, 0.05),
  towels: row('TWL', 'textile', 'lnyaneya', 'colour', [490, 990], 4, 0, 0.04),
  tablecloths: row('TBL', 'textile', 'lnyaneya', 'cloth', [1290, 2690], 2, 0, 0.06),
  bedding: row('BED', 'textile', 'lnyaneya', 'bed', [2990, 5990], 3, 0, 0.07),
  aprons: row('APR', 'textile', 'lnyaneya', 'colour', [790, 1490], 2, 0, 0.03),
  robes: row('ROB', 'clothes', 'lnyaneya', 'clothes', [2490, 4490], 4, 0, 0.12),
  pyjamas: row('PJM', 'clothes', 'lnyaneya', 'clothes', [1990, 3990], 3, 0, 0.14),
  slippers: row('SLP', 'clothes', 'uyutar', 'shoes', [690, 1590], 4, 0, 0.13),
  candles: row('CND', 'cosy', 'svetlyanitsa', 'scent', [590, 1190], 6, 60, 0.015),
  diffusers: row('DIF', 'cosy', 'svetlyanitsa', 'scent', [890, 1690], 3, 90, 0.02),
  baskets: row('BSK', 'cosy', 'uyutar', 'colour', [890, 1990], 3, 0, 0.03),
  trays: row('TRY', 'cosy', 'uyutar', 'cloth', [990, 1990], 2, 0, 0.025),
  garlands: row('GRL', 'festive', 'svetlyanitsa', 'wire', [690, 1690], 3, 0, 0.04),
  baubles: row('BBL', 'festive', 'uyutar', 'pieces', [590, 1290], 2, 0, 0.05),
  'gift-boxes': row('GFT', 'festive', 'chayovna', 'single', [1490, 3490], 3, 0, 0.015),
} satisfies Record<string, Row>;

export type CategoryKey = keyof typeof rows;

export const categories: readonly Category[] = Object.entries(rows).map(([key, described]) => ({ ...described, key: key as CategoryKey }));

/** What people take along with a thing, with the chance of each against the others. */
export const companions: Partial<Record<CategoryKey, Partial<Record<CategoryKey, number>>>> = {
  black: { cups: 3, honey: 3, teapots: 2, cookies: 3, green: 1 },
  green: { teapots: 3, cups: 2, oolong: 2, chocolate: 2 },
  herbal: { honey: 4, jam: 2, mugs: 2, candles: 1 },
  oolong: { teapots: 4, cups: 3, green: 1 },
  'tea-sets': { 'gift-boxes': 1, honey: 2, cups: 3 },
  beans: { press: 2, mugs: 3, chocolate: 3, jars: 1 },
  ground: { cezve: 5, mugs: 2, cookies: 2 },
  drip: { mugs: 2, thermos: 3, chocolate: 2 },
  honey: { herbal: 3, jam: 3, black: 1 },
  jam: { honey: 3, black: 2, cookies: 1 },
  chocolate: { beans: 2, drip: 2, cookies: 2 },
  cookies: { black: 3, jam: 2, chocolate: 1 },
  teapots: { cups: 6, black: 2, green: 2, trays: 1 },
  mugs: { mugs: 3, drip: 1, jars: 1, slippers: 1 },
  cups: { cups: 4, teapots: 3, trays: 1 },
  thermos: { drip: 2, herbal: 2 },
  cezve: { ground: 6 },
  press: { beans: 5, mugs: 2 },
  jars: { jars: 4, beans: 1, black: 1 },
  plaids: { candles: 4, slippers: 2, mugs: 1 },
  towels: { towels: 5, robes: 2 },
  tablecloths: { aprons: 2, towels: 2, trays: 1 },
  bedding: { towels: 3, pyjamas: 2 },
  aprons: { tablecloths: 2, towels: 2 },
  robes: { slippers: 5, towels: 3 },
  pyjamas: { slippers: 4, plaids: 2 },
  slippers: { robes: 2, plaids: 1 },
  candles: { candles: 4, diffusers: 2, plaids: 1 },
  diffusers: { candles: 4 },
  baskets: { plaids: 2, candles: 1 },
  trays: { cups: 2, teapots: 1 },
  garlands: { baubles: 4, candles: 2 },
  baubles: { garlands: 4, 'gift-boxes': 1 },
  'gift-boxes': { 'gift-boxes': 2, candles: 1, chocolate: 2 },
};
