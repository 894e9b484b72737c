/** The lines of an order: price, discount, total and what each earns, saying which costs are unknown. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { useNarrow } from '../../../app/use-narrow.ts';
import { Go } from '../../../ui/go.tsx';
import { Money } from '../../../ui/money.tsx';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';
import style from './card.module.css';
import { Margin } from './margin.tsx';

type Line = OrderCard['lines'][number];

export function OrderLines({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const narrow = useNarrow();
  return <Section title={t('card.lines')}>{narrow ? <ShortLines order={order} /> : <LineTable order={order} />}</Section>;
}

function LineTable({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const { currency } = order;
  const money = (amount: number) => <Money amount={amount} currency={currency} />;
  const total = order.lines.reduce((sum, line) => sum + line.total, 0);
  return (
    <SmallTable
      label={t('card.lines')}
      rows={order.lines}
      rowId={({ no }) => no}
      columns={[
        { key: 'name', title: t('lines.name'), cell: (line) => <Goods line={line} /> },
        { key: 'price', title: t('lines.price'), align: 'end', cell: (line) => <Price line={line} currency={currency} /> },
        { key: 'discount', title: t('lines.discount'), align: 'end', cell: (line) => (line.discount ? money(-line.discount) : '—') },
        { key: 'total', title: t('lines.total'), align: 'end', cell: (line) => money(line.total) },
        { key: 'margin', title: t('lines.margin'), align: 'end', cell: (line) => <LineMargin line={line} currency={currency} /> },
      ]}
      foot={{
        name: t('money.total'),
        discount: order.discountTotal ? money(-order.discountTotal) : null,
        total: money(total),
        margin: <Margin margin={order.margin} currency={currency} />,
      }}
    />
  );
}

/** On a phone each line is two: goods and total, then how the total came about and what it earns. */
function ShortLines({ order: { lines, currency } }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  return (
    <ul className={style.lines} aria-label={t('card.lines')}>
      {lines.map((line) => (
        <li key={line.no}>
          <Goods line={line} />
          <Money amount={line.total} currency={currency} />
          <span className="dim">
            {t('lines.margin')}: <LineMargin line={line} currency={currency} />
          </span>
          <Price line={line} currency={currency} />
        </li>
      ))}
    </ul>
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

function Price({ line, currency }: { line: Line; currency: string }) {
  const { t } = useTranslation('orders');
  const { number } = useFormats();
  return (
    <span className={style.per}>
      <span className="figures">
        {number(line.quantity, 3)} × <Money amount={line.price} currency={currency} />
      </span>
      {line.returnedQuantity > 0 && (
        <small className={style.small}>{t('lines.returned', { quantity: number(line.returnedQuantity, 3) })}</small>
      )}
    </span>
  );
}

function LineMargin({ line, currency }: { line: Line; currency: string }) {
  return line.kind === 'goods' ? <Margin margin={line.margin} currency={currency} /> : '—';
}
