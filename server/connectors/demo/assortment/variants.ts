/** In what sizes, colours and packs a model is sold. */
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Axis } from './categories.ts';

export interface Variant {
  attribute: keyof Vocabulary['attributes'] | null;
  label: string;
  /** Closes the article. */
  code: string;
  /** Price against the basic variant. */
  price: number;
  /** How often it is chosen, against the other variants. */
  weight: number;
}

type Measured = readonly (readonly [amount: number, price: number, weight: number])[];

const measures: Partial<
  Record<Axis, { attribute: 'weight' | 'volume' | 'length' | 'pieces'; unit: keyof Vocabulary['units']; sizes: Measured }>
> = {
  leaf: {
    attribute: 'weight',
    unit: 'g',
    sizes: [
      [50, 0.6, 3],
      [100, 1, 5],
      [250, 2.2, 2],
    ],
  },
  roast: {
    attribute: 'weight',
    unit: 'g',
    sizes: [
      [250, 1, 5],
      [500, 1.85, 2],
      [1000, 3.4, 2],
    ],
  },
  jar: {
    attribute: 'weight',
    unit: 'g',
    sizes: [
      [250, 1, 4],
      [500, 1.8, 2],
    ],
  },
  pieces: {
    attribute: 'pieces',
    unit: 'pcs',
    sizes: [
      [6, 1, 4],
      [12, 1.8, 2],
    ],
  },
  pot: {
    attribute: 'volume',
    unit: 'ml',
    sizes: [
      [600, 1, 4],
      [1000, 1.3, 3],
    ],
  },
  flask: {
    attribute: 'volume',
    unit: 'ml',
    sizes: [
      [350, 0.9, 3],
      [500, 1, 4],
      [750, 1.2, 2],
    ],
  },
  wire: {
    attribute: 'length',
    unit: 'm',
    sizes: [
      [5, 1, 3],
      [10, 1.6, 3],
    ],
  },
};

type Labelled = readonly (readonly [label: string, price: number, weight: number])[];

const dimensions: Partial<Record<Axis, Labelled>> = {
  throw: [
    ['130×170', 1, 3],
    ['150×200', 1.25, 4],
    ['200×220', 1.7, 2],
  ],
  cloth: [
    ['120×150', 1, 2],
    ['150×180', 1.3, 3],
    ['150×220', 1.6, 2],
  ],
};

const sizes: Partial<Record<Axis, readonly string[]>> = {
  clothes: ['S', 'M', 'L', 'XL', 'XXL'],
  shoes: ['36-37', '38-39', '40-41', '42-43'],
};
const sizeWeights = [2, 4, 4, 2, 1];

/**
 * @param model turns the palette, so that neighbours do not all come in the same colours
 */
export function variantsOf(axis: Axis, model: number, words: Vocabulary): Variant[] {
  const measured = measures[axis];
  if (measured)
    return measured.sizes.map(([amount, price, weight]) => ({
      attribute: measured.attribute,
      label: `${amount} ${words.units[measured.unit]}`,
      code: String(amount),
      price,
      weight,
    }));
  const dimension = dimensions[axis];
  if (dimension)
    return dimension.map(([label, price, weight]) => ({
      attribute: 'size',
      label: `${label} ${words.units.cm}`,
      code: label.replace('×', 'X'),
      price,
      weight,
    }));
  const labels = sizes[axis];
  if (labels) return labels.map((label, index) => ({ attribute: 'size', label, code: label, price: 1, weight: sizeWeights[index] ?? 1 }));
  if (axis === 'bed')
    return words.bedSizes.map((label, index) => ({ attribute: 'size', label, code: String(index + 1), price: 1 + index * 0.2, weight: 3 }));
  if (axis === 'colour') return fromPalette('colour', words.colours, model * 3, 4);
  if (axis === 'scent') return fromPalette('scent', words.scents, model * 2, 4);
  return [{ attribute: null, label: '', code: '1', price: 1, weight: 4 }];
}

function fromPalette(attribute: 'colour' | 'scent', palette: readonly string[], start: number, count: number): Variant[] {
  return Array.from({ length: count }, (_, step) => {
    const index = (start + step) % palette.length;
    return { attribute, label: palette[index] ?? '', code: String(index + 1).padStart(2, '0'), price: 1, weight: 4 - step * 0.7 };
  });
}
