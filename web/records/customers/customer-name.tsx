/** A customer by name, or by the account under which a marketplace hides the person (CUS-4). */
import { useTranslation } from 'react-i18next';
import type { CustomerName as Named } from '../../../contract/customers.ts';
import { useChannels } from '../channels/channels.ts';

/** The same as plain text, for titles and questions. */
export function useCustomerWords(): (customer: Named) => string {
  const { t } = useTranslation('customers');
  const { nameOf } = useChannels();
  return ({ id, name, channelId, account }) =>
    name ?? t('pseudonym', { who: account ?? String(id), channel: nameOf(channelId) ?? t('byHand') });
}

export function CustomerName({ customer }: { customer: Named }) {
  const words = useCustomerWords();
  return <span className={customer.name ? undefined : 'dim'}>{words(customer)}</span>;
}
