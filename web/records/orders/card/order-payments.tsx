/** What was paid, how and when. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { Chip } from '../../../ui/chip.tsx';
import { At } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';

export function OrderPayments({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  return (
    <Section title={t('card.payments')}>
      <SmallTable
        label={t('card.payments')}
        rows={order.payments.map((payment, index) => ({ ...payment, index }))}
        rowId={({ index }) => index}
        columns={[
          { key: 'method', title: t('payments.method'), cell: ({ method }) => method },
          {
            key: 'paidAt',
            title: t('payments.paidAt'),
            cell: ({ paidAt }) => (paidAt ? <At at={paidAt} /> : <Chip tone="amber">{t('payments.waiting')}</Chip>),
          },
          {
            key: 'amount',
            title: t('payments.amount'),
            align: 'end',
            cell: ({ amount }) => <Money amount={amount} currency={order.currency} />,
          },
        ]}
        empty={<span className="dim">{t('payments.none')}</span>}
      />
    </Section>
  );
}
