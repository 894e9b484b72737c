/** By what customers can be filtered. Values that only the data knows are looked up as one types. */
import {
  IconAlertTriangle,
  IconBasket,
  IconBuilding,
  IconBuildingStore,
  IconCalendar,
  IconCash,
  IconGenderBigender,
  IconMail,
  IconMapPin,
  IconRoute,
  IconTag,
  IconUserCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import { useApi } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import type { Filter, Option } from '../../../ui/data-list/list-types.ts';
import { useChannels } from '../../channels/channels.ts';
import { useFieldFilters } from '../../fields/field-filters.ts';

export function useCustomerFilters(): readonly Filter[] {
  const { t } = useTranslation('customers');
  const choices = useChoices();
  const fields = useFieldFilters('customers');
  return [
    ...choices,
    { key: 'orders', title: t('filters.orders'), icon: IconBasket, kind: 'range' },
    { key: 'spent', title: t('filters.spent'), icon: IconCash, kind: 'range', unit: 'money' },
    { key: 'lastOrder', title: t('filters.lastOrder'), icon: IconCalendar, kind: 'period' },
    { key: 'firstOrder', title: t('filters.firstOrder'), icon: IconCalendar, kind: 'period' },
    lookup('city', t('filters.city'), IconMapPin),
    lookup('region', t('filters.region'), IconMapPin),
    lookup('country', t('filters.country'), IconMapPin),
    lookup('acquiredFrom', t('filters.acquiredFrom'), IconRoute),
    { key: 'contactable', title: t('filters.contactable'), icon: IconMail, kind: 'yes-no' },
    { key: 'hasCompany', title: t('filters.hasCompany'), icon: IconBuilding, kind: 'yes-no' },
    { key: 'company', title: t('filters.company'), icon: IconBuilding, kind: 'lookup', find: findCompanies },
    ...fields,
  ];
}

function useChoices(): readonly Filter[] {
  const { t } = useTranslation('customers');
  const may = useMay();
  const { channels } = useChannels();
  const people = useApi('GET /people', {}, { enabled: may('settings.read'), freshFor: 60_000 });
  const tags = useApi('GET /customers/tags', {}, { freshFor: 60_000 });
  const byName = (items: readonly { id: number; name: string }[]): Option[] =>
    items.map(({ id, name }) => ({ value: String(id), label: name }));
  return [
    { key: 'channel', title: t('filters.channel'), icon: IconBuildingStore, kind: 'choice', options: byName(channels) },
    {
      key: 'tag',
      title: t('filters.tag'),
      icon: IconTag,
      kind: 'choice',
      options: (tags.data ?? []).map(({ value, count }) => ({ value, label: value, count })),
    },
    {
      key: 'problem',
      title: t('filters.problem'),
      icon: IconAlertTriangle,
      kind: 'choice',
      options: (['bad_phone', 'bad_email'] as const).map((value) => ({
        value,
        label: t(`problem-names.${value}`),
        tone: 'amber' as const,
      })),
    },
    {
      key: 'sex',
      title: t('filters.sex'),
      icon: IconGenderBigender,
      kind: 'choice',
      options: (['female', 'male'] as const).map((value) => ({ value, label: t(`sexes.${value}`) })),
    },
    { key: 'manager', title: t('filters.manager'), icon: IconUserCheck, kind: 'choice', options: byName(people.data ?? []) },
  ];
}

const lookup = (key: 'city' | 'region' | 'country' | 'acquiredFrom', title: string, icon: Filter['icon']): Filter => ({
  key,
  title,
  icon,
  kind: 'lookup',
  find: async (text, signal) => {
    const values = await api('GET /customers/values', { query: { of: key, q: text || undefined }, signal });
    return values.map(({ value, count }) => ({ value, label: value, count }));
  },
});

async function findCompanies(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await api('GET /companies', { query: { q: text || undefined, limit: 20 }, signal });
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}
