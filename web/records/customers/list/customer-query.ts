/** What the address of the customer list asks of the server. */
import type { CustomerFilter, CustomerSort } from '../../../../contract/customers.ts';
import type { ListState } from '../../../ui/data-list/list-state.ts';
import { fieldsOf } from '../../fields/field-filters.ts';

export const usualSort = '-lastOrder';

const numbers = (values: string[] | undefined) => values?.map(Number);
const yesNo = (value: string | undefined) => (value === undefined ? undefined : value === 'true');

export function customerFilterOf(state: ListState): CustomerFilter {
  const orders = state.range('orders');
  const spent = state.range('spent');
  const first = state.period('firstOrder');
  const last = state.period('lastOrder');
  return {
    q: state.q || undefined,
    channel: numbers(state.values('channel')),
    city: state.values('city'),
    region: state.values('region'),
    country: state.values('country'),
    sex: state.values('sex'),
    tag: state.values('tag'),
    company: numbers(state.values('company')),
    hasCompany: yesNo(state.one('hasCompany')),
    manager: numbers(state.values('manager')),
    problem: state.values('problem'),
    contactable: yesNo(state.one('contactable')),
    ordersMin: orders.from,
    ordersMax: orders.to,
    spentMin: spent.from,
    spentMax: spent.to,
    firstOrderFrom: first.from,
    firstOrderTo: first.to,
    lastOrderFrom: last.from ?? state.one('lastOrderFrom'),
    lastOrderTo: last.to ?? state.one('lastOrderTo'),
    acquiredFrom: state.values('acquiredFrom'),
    field: fieldsOf(state),
  };
}

export const customerSortOf = (state: ListState) => state.sort as CustomerSort | undefined;
