/** The views of the customer list that everyone has. The first is the bare list. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/use-formats.ts';
import type { View } from '../../../ui/data-list/list-types.ts';
import { todayIn } from '../../../ui/period/period.ts';

/** No order for longer than this is sleep; the same limit as in the figures. */
const sleepingDays = 120;

const dayMs = 86_400_000;

export function useCustomerViews(): readonly View[] {
  const { t } = useTranslation('customers');
  const { timeZone } = useFormats();
  const asleepSince = new Date(Date.parse(todayIn(timeZone)) - sleepingDays * dayMs).toISOString().slice(0, 10);
  return [
    { key: 'all', title: t('views.all'), search: {} },
    { key: 'repeat', title: t('views.repeat'), search: { orders: '2..' } },
    { key: 'asleep', title: t('views.asleep'), search: { lastOrder: `..${asleepSince}` } },
    { key: 'contactable', title: t('views.contactable'), search: { contactable: 'true' } },
    { key: 'companies', title: t('views.companies'), search: { hasCompany: 'true' } },
    { key: 'problems', title: t('views.problems'), search: { problem: ['bad_phone', 'bad_email'] } },
  ];
}
