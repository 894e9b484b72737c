/** The views of the order list that everyone has. The first is the bare list. */
import { useTranslation } from 'react-i18next';
import type { View } from '../../../ui/data-list/list-types.ts';
import { callingFlags } from '../order-flags.ts';

export function useOrderViews(): readonly View[] {
  const { t } = useTranslation('orders');
  return [
    { key: 'all', title: t('views.all'), search: {} },
    { key: 'new', title: t('views.new'), search: { statusGroup: 'new' } },
    { key: 'work', title: t('views.work'), search: { statusGroup: ['approval', 'assembly', 'delivery'] } },
    { key: 'late', title: t('views.late'), search: { late: 'true' } },
    { key: 'flagged', title: t('views.flagged'), search: { flag: [...callingFlags] } },
    { key: 'returns', title: t('views.returns'), search: { returned: 'true' } },
  ];
}
