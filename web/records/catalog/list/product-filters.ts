/** By what goods can be filtered, and the views of their list that everyone has. */
import {
  IconBookmark,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconCategory,
  IconCoin,
  IconEye,
  IconTag,
  IconUnlink,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import type { Filter, Option, View } from '../../../ui/data-list/list-types.ts';
import { useChannels } from '../../channels/channels.ts';
import { useFieldFilters } from '../../fields/field-filters.ts';
import { useCategoryOptions } from '../category-options.ts';

export function useProductFilters(): readonly Filter[] {
  const { t } = useTranslation('catalog');
  const categories = useCategoryOptions();
  const { channels } = useChannels();
  const fields = useFieldFilters('products');
  return [
    { key: 'category', title: t('filters.category'), icon: IconCategory, kind: 'choice', options: categories },
    { key: 'brand', title: t('filters.brand'), icon: IconBookmark, kind: 'lookup', find: findBrands },
    {
      key: 'channel',
      title: t('filters.channel'),
      icon: IconBuildingStore,
      kind: 'choice',
      options: channels.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    { key: 'inStock', title: t('filters.inStock'), icon: IconBuildingWarehouse, kind: 'yes-no' },
    { key: 'withoutCost', title: t('filters.withoutCost'), icon: IconCoin, kind: 'yes-no' },
    { key: 'active', title: t('filters.active'), icon: IconEye, kind: 'yes-no' },
    { key: 'unmapped', title: t('filters.unmapped'), icon: IconUnlink, kind: 'yes-no' },
    { key: 'tag', title: t('filters.tag'), icon: IconTag, kind: 'text' },
    ...fields,
  ];
}

async function findBrands(q: string, signal: AbortSignal): Promise<Option[]> {
  const brands = await api('GET /products/brands', { query: { q, limit: 50 }, signal });
  return brands.map(({ brand, products }) => ({ value: brand, label: brand, count: products }));
}

export function useProductViews(): readonly View[] {
  const { t } = useTranslation('catalog');
  return [
    { key: 'all', title: t('views.all'), search: {} },
    { key: 'inStock', title: t('views.inStock'), search: { inStock: 'true' } },
    { key: 'outOfStock', title: t('views.outOfStock'), search: { inStock: 'false' } },
    { key: 'withoutCost', title: t('views.withoutCost'), search: { withoutCost: 'true' } },
  ];
}
