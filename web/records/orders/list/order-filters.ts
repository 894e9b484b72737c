/** By what orders can be filtered. Values that only the data knows (cities, tags, ways to pay) are looked up as one types. */
import {
  IconBox,
  IconBuildingStore,
  IconCalendar,
  IconCash,
  IconCategory,
  IconCreditCard,
  IconFlag,
  IconMapPin,
  IconReceiptRefund,
  IconSpeakerphone,
  IconStack2,
  IconTag,
  IconTruck,
  IconUser,
  IconUserCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderFacet } from '../../../../contract/orders.ts';
import { api } from '../../../api.ts';
import { useApi } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import type { ListState } from '../../../ui/data-list/list-state.ts';
import type { Filter, Option } from '../../../ui/data-list/list-types.ts';
import { useCategoryOptions } from '../../catalog/category-options.ts';
import { useChannels } from '../../channels/channels.ts';
import { useFieldFilters } from '../../fields/field-filters.ts';
import { flagTones, orderFlags } from '../order-flags.ts';
import { useStatusGroups } from '../status-groups.ts';
import { useNamedValues } from './named-values.ts';

export function useOrderFilters(state: ListState): readonly Filter[] {
  const { t } = useTranslation('orders');
  const choices = useChoices();
  const fields = useFieldFilters('orders');
  const categories = useCategoryOptions();
  const productName = useNamedValues(state, 'product');
  const customerName = useNamedValues(state, 'customer');
  return [
    ...choices,
    { key: 'placed', title: t('filters.placed'), icon: IconCalendar, kind: 'period' },
    { key: 'completed', title: t('filters.completed'), icon: IconCalendar, kind: 'period' },
    { key: 'cameBack', title: t('filters.cameBack'), icon: IconReceiptRefund, kind: 'period' },
    { key: 'total', title: t('filters.total'), icon: IconCash, kind: 'range', unit: 'money' },
    facet('region', t('filters.region'), IconMapPin),
    facet('city', t('filters.city'), IconMapPin),
    facet('deliveryMethod', t('filters.deliveryMethod'), IconTruck),
    facet('scheme', t('filters.scheme'), IconTruck),
    facet('paymentMethod', t('filters.paymentMethod'), IconCreditCard),
    facet('acquiredFrom', t('filters.acquiredFrom'), IconSpeakerphone),
    facet('tag', t('filters.tag'), IconTag),
    { key: 'product', title: t('filters.product'), icon: IconBox, kind: 'lookup', find: findProducts, label: productName },
    { key: 'category', title: t('filters.category'), icon: IconCategory, kind: 'choice', options: categories },
    { key: 'customer', title: t('filters.customer'), icon: IconUser, kind: 'lookup', find: findCustomers, label: customerName },
    { key: 'returned', title: t('filters.returned'), icon: IconReceiptRefund, kind: 'yes-no' },
    { key: 'late', title: t('filters.late'), icon: IconCalendar, kind: 'yes-no' },
    ...fields,
  ];
}

function useChoices(): readonly Filter[] {
  const { t } = useTranslation('orders');
  const { channels } = useChannels();
  const groups = useStatusGroups();
  const may = useMay();
  const people = useApi('GET /people', {}, { enabled: may('settings.read'), freshFor: 60_000 });
  const statuses = useStatusOptions();
  return [
    { key: 'statusGroup', title: t('filters.statusGroup'), icon: IconStack2, kind: 'choice', options: groups },
    { key: 'status', title: t('filters.status'), icon: IconStack2, kind: 'choice', options: statuses },
    {
      key: 'channel',
      title: t('filters.channel'),
      icon: IconBuildingStore,
      kind: 'choice',
      options: channels.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    {
      key: 'flag',
      title: t('filters.flag'),
      icon: IconFlag,
      kind: 'choice',
      options: orderFlags.map((value) => ({ value, label: t(`flagNames.${value}`), tone: flagTones[value] })),
    },
    {
      key: 'manager',
      title: t('filters.manager'),
      icon: IconUserCheck,
      kind: 'choice',
      options: (people.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
    },
  ];
}

/** Statuses as the channels call them; the same word of two channels is one choice. */
function useStatusOptions(): readonly Option[] {
  const groups = useStatusGroups();
  const { data = [] } = useApi('GET /statuses', {}, { freshFor: 60_000 });
  const byCode = new Map(data.map(({ code, name, statusGroup }) => [code, { label: name ?? code, statusGroup }]));
  return [...byCode].map(([value, { label, statusGroup }]) => ({
    value,
    label,
    tone: groups.find((group) => group.value === statusGroup)?.tone,
  }));
}

const facet = (key: OrderFacet, title: string, icon: Filter['icon']): Filter => ({
  key,
  title,
  icon,
  kind: 'lookup',
  find: async (text, signal) => {
    const values = await api('GET /orders/facets/:facet', { params: { facet: key }, query: { q: text }, signal });
    return values.map((value) => ({ value, label: value }));
  },
});

async function findProducts(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await api('GET /products', { query: { q: text, limit: 20 }, signal });
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}

async function findCustomers(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await api('GET /customers', { query: { q: text, limit: 20 }, signal });
  return rows.map(({ id, name }) => ({ value: String(id), label: name ?? String(id) }));
}
