/** What the address of the product list asks of the server. */
import type { ProductFilter, ProductSort } from '../../../../contract/catalog.ts';
import type { ListState } from '../../../ui/data-list/list-state.ts';
import { fieldsOf } from '../../fields/field-filters.ts';

export const usualSort = 'name';

const yesNo = (value: string | undefined) => (value === undefined ? undefined : value === 'true');

export function productFilterOf(state: ListState): ProductFilter {
  return {
    q: state.q || undefined,
    category: state.values('category')?.map(Number),
    brand: state.values('brand'),
    channel: state.values('channel')?.map(Number),
    active: yesNo(state.one('active')),
    inStock: yesNo(state.one('inStock')),
    withoutCost: yesNo(state.one('withoutCost')),
    unmapped: yesNo(state.one('unmapped')),
    tag: state.values('tag'),
    field: fieldsOf(state),
  };
}

export const productSortOf = (state: ListState) => state.sort as ProductSort | undefined;
