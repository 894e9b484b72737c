/** What can be chosen, held to the contract's types. */
import type { AnswerOf } from '../../api-types.ts';

export type Preview = AnswerOf<'GET /imports/:id/preview'>;
export type Mapping = NonNullable<Preview['mapping']>;

export const importKinds = ['order', 'return', 'customer', 'product', 'stock', 'review'] as const satisfies readonly Mapping['kind'][];

export const currencies = [
  'RUB',
  'UAH',
  'BYN',
  'KZT',
  'USD',
  'EUR',
  'GBP',
  'BRL',
  'UZS',
  'CNY',
  'TRY',
  'PLN',
] as const satisfies readonly NonNullable<Mapping['currency']>[];
