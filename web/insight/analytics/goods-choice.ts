/** Which goods the charts show and in which order the table stands: both in the address. Unless picked, the first three of the table. */
import type { productSorts } from '../../../contract/analytics.ts';
import type { AnswerOf } from '../../api-types.ts';
import type { Scope } from './scope.ts';

export type Goods = AnswerOf<'GET /analytics/products'>['rows'][number];
export type GoodsSort = (typeof productSorts)[number];

export const goodsSorts: readonly GoodsSort[] = ['units', 'revenue', 'returnRate', 'carts', 'cartRate'];
export const sortOf = (scope: Scope): GoodsSort => goodsSorts.find((sort) => sort === scope.one('sort')) ?? 'revenue';

/** More lines than that cannot be told apart. */
export const mostPicked = 5;
const pickedAtFirst = 3;

export interface Picked {
  goods: readonly Goods[];
  has(id: number): boolean;
  toggle(id: number): void;
}

export function usePicked(scope: Scope, rows: readonly Goods[]): Picked {
  const words = scope.one('pick');
  const ids = words === undefined ? rows.slice(0, pickedAtFirst).map(({ productId }) => productId) : words.split('.').map(Number);
  const has = (id: number) => ids.includes(id);
  return {
    goods: rows.filter(({ productId }) => has(productId)).slice(0, mostPicked),
    has,
    toggle(id) {
      const shown = ids.filter((one) => rows.some(({ productId }) => productId === one));
      const next = has(id) ? shown.filter((one) => one !== id) : [...shown, id];
      scope.set({ pick: next.length > 0 ? next.join('.') : '0' });
    },
  };
}
