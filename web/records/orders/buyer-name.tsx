/** Who bought, as far as the channel tells: a name, else the number under which the channel hides the person. */
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../contract/orders.ts';

export function BuyerName({ customer }: { customer: OrderRow['customer'] }) {
  const { t } = useTranslation('orders');
  if (!customer) return <span className="dim">{t('buyer.unknown')}</span>;
  if (customer.name) return customer.name;
  return <span className="dim">{customer.account ? t('buyer.hidden', { account: customer.account }) : t('buyer.unnamed')}</span>;
}
