/** Who bought, with the way to everything known about the person. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { Go } from '../../../ui/go.tsx';
import { PersonMark } from '../../../ui/person.tsx';
import { Section } from '../../../ui/section.tsx';
import { BuyerName } from '../buyer-name.tsx';
import style from './card.module.css';

export function OrderCustomer({ order: { customer } }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  return (
    <Section title={t('card.customer')}>
      <div className={style.buyer}>
        {customer && <PersonMark name={customer.name ?? customer.account ?? '?'} size={30} />}
        {customer ? (
          <Go to={`/customers/${customer.id}`}>
            <BuyerName customer={customer} />
          </Go>
        ) : (
          <BuyerName customer={customer} />
        )}
      </div>
      {customer && (
        <Go to={`/orders?customer=${customer.id}`} className={style.small}>
          {t('card.customerOrders')}
        </Go>
      )}
    </Section>
  );
}
