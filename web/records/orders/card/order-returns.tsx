/** What came back from an order: negative lines beside the lines they take back. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { At } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';
import style from './card.module.css';

type Return = OrderCard['returns'][number];

export function OrderReturns({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  if (order.returns.length === 0) return null;
  return (
    <Section title={t('card.returns')}>
      {order.returns.map((one) => (
        <ReturnLines key={one.id} one={one} currency={order.currency} />
      ))}
    </Section>
  );
}

function ReturnLines({ one, currency }: { one: Return; currency: string }) {
  const { t } = useTranslation('orders');
  const { number } = useFormats();
  return (
    <div>
      <div className={style.under}>
        <b>{one.externalId}</b>
        <At at={one.returnedAt} />
        {one.status && <span>{one.status}</span>}
        {one.reason && <span>{one.reason}</span>}
      </div>
      <SmallTable
        label={t('returns.of', { number: one.externalId })}
        rows={one.lines.map((line, index) => ({ ...line, index }))}
        rowId={({ index }) => index}
        columns={[
          {
            key: 'name',
            title: t('lines.name'),
            cell: (line) => (
              <span className={style.goods}>
                <span>{line.name}</span>
                <small>{line.orderLineNo === null ? t('returns.unlinked') : t('returns.linked', { line: line.orderLineNo })}</small>
              </span>
            ),
          },
          { key: 'quantity', title: t('lines.quantity'), align: 'end', cell: (line) => number(line.quantity, 3) },
          { key: 'total', title: t('lines.total'), align: 'end', cell: (line) => <Money amount={line.total} currency={currency} /> },
        ]}
        foot={{ name: t('money.total'), total: <Money amount={one.total} currency={currency} /> }}
      />
    </div>
  );
}
