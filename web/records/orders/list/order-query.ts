/** What the address of the order list asks of the server. Filters keep the server's names; a period and a range become two ends. */
import type { OrderFilter, OrderSort } from '../../../../contract/orders.ts';
import type { ListState } from '../../../ui/data-list/list-state.ts';
import { fieldsOf } from '../../fields/field-filters.ts';

export const usualSort = '-placedAt';

const numbers = (values: string[] | undefined) => values?.map(Number);
const yesNo = (value: string | undefined) => (value === undefined ? undefined : value === 'true');

export function orderFilterOf(state: ListState): OrderFilter {
  const placed = state.period('placed');
  const completed = state.period('completed');
  const cameBack = state.period('cameBack');
  const total = state.range('total');
  return {
    q: state.q || undefined,
    channel: numbers(state.values('channel')),
    status: state.values('status'),
    statusGroup: state.values('statusGroup'),
    flag: state.values('flag'),
    placedFrom: placed.from,
    placedTo: placed.to,
    completedFrom: completed.from,
    completedTo: completed.to,
    cameBackFrom: cameBack.from,
    cameBackTo: cameBack.to,
    totalMin: total.from,
    totalMax: total.to,
    customer: numbers(state.values('customer')),
    product: numbers(state.values('product')),
    category: numbers(state.values('category')),
    region: state.values('region'),
    city: state.values('city'),
    deliveryMethod: state.values('deliveryMethod'),
    scheme: state.values('scheme'),
    paymentMethod: state.values('paymentMethod'),
    acquiredFrom: state.values('acquiredFrom'),
    tag: state.values('tag'),
    manager: numbers(state.values('manager')),
    returned: yesNo(state.one('returned')),
    late: yesNo(state.one('late')),
    field: fieldsOf(state),
  };
}

export const orderSortOf = (state: ListState) => state.sort as OrderSort | undefined;
