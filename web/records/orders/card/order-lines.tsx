/** The lines of an order: price, discount, total and what each earns, saying which costs are unknown. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Go } from '../../../ui/go.tsx';
import { Money } from '../../../ui/money.tsx';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';
import style from './card.module.css';
import { Margin } from './margin.tsx';

type Line = OrderCard['lines'][number];

export function OrderLines({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const { currency } = order;
  const sum = (amount: (line: Line) => number) => order.lines.reduce((all, line) => all + amount(line), 0);
  const money = (amount: number) => <Money amount={amount} currency={currency} />;
  return (
    <Section title={t('card.lines')}>
      <SmallTable
        label={t('card.lines')}
        rows={order.lines}
        rowId={({ no }) => no}
        columns={[
          { key: 'name', title: t('lines.name'), cell: (line) => <Goods line={line} /> },
          { key: 'quantity', title: t('lines.quantity'), align: 'end', cell: (line) => <Quantity line={line} /> },
          { key: 'price', title: t('lines.price'), align: 'end', cell: (line) => money(line.price) },
          { key: 'discount', title: t('lines.discount'), align: 'end', cell: (line) => (line.discount ? money(-line.discount) : '—') },
          { key: 'total', title: t('lines.total'), align: 'end', cell: (line) => money(line.total) },
          { key: 'margin', title: t('lines.margin'), align: 'end', cell: (line) => <LineMargin line={line} currency={currency} /> },
        ]}
        foot={{
          name: t('money.total'),
          discount: order.discountTotal ? money(-order.discountTotal) : null,
          total: money(sum((line) => line.total)),
          margin: <Margin margin={order.margin} currency={currency} />,
        }}
      />
    </Section>
  );
}

function Goods({ line }: { line: Line }) {
  const { t } = useTranslation('orders');
  const name = line.productName ?? line.name;
  if (line.kind !== 'goods') return <span className="dim">{line.name || t(`lineKinds.${line.kind}`)}</span>;
  return (
    <span className={style.goods}>
      {line.productId === null ? <span>{name}</span> : <Go to={`/products/${line.productId}`}>{name}</Go>}
      <small>{[line.sku ?? line.externalId, line.productId === null ? t('lines.unknown') : null].filter(Boolean).join(' · ')}</small>
    </span>
  );
}

function Quantity({ line }: { line: Line }) {
  const { t } = useTranslation('orders');
  const { number } = useFormats();
  return (
    <span className="figures">
      {number(line.quantity, 3)}
      {line.returnedQuantity > 0 && (
        <small className={style.small}> {t('lines.returned', { quantity: number(line.returnedQuantity, 3) })}</small>
      )}
    </span>
  );
}

function LineMargin({ line, currency }: { line: Line; currency: string }) {
  return line.kind === 'goods' ? <Margin margin={line.margin} currency={currency} /> : '—';
}
