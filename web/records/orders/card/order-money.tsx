/** The money of an order from goods to margin, in its own currency and, where that differs, in the accounting one at the frozen rate. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Definition } from '../../../ui/definition.tsx';
import { Money } from '../../../ui/money.tsx';
import { Section } from '../../../ui/section.tsx';
import style from './card.module.css';
import { Margin } from './margin.tsx';

interface Sum {
  key: string;
  amount: number | null;
  /** In the accounting currency, where it is stored and not derived. */
  base?: number;
  strong?: boolean;
}

export function OrderMoney({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  const { currency: own, number } = useFormats();
  const foreign = order.currency !== own;
  return (
    <Section title={t('card.money')}>
      <dl className={style.money} data-two={foreign || undefined}>
        {sumsOf(order).map((sum) => (
          <div key={sum.key} data-strong={sum.strong || undefined}>
            <dt>{t(`money.${sum.key}`)}</dt>
            <dd>
              <Money amount={sum.amount} currency={order.currency} />
            </dd>
            {foreign && <dd className={style.small}>{inBase(sum, order)}</dd>}
          </div>
        ))}
        <div>
          <dt>
            <Definition says={t('money.marginSays')}>{t('money.margin')}</Definition>
          </dt>
          <dd>
            <MarginWithShare order={order} />
          </dd>
        </div>
        {foreign && (
          <div>
            <dt>{t('money.rate')}</dt>
            <dd>{order.flags.includes('no_rate') ? '—' : number(order.rate, 6)}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

function inBase({ amount, base }: Sum, { rate, flags }: OrderCard): ReactNode {
  if (amount === null || flags.includes('no_rate')) return '—';
  return <Money amount={base ?? Math.round(amount * rate)} />;
}

function MarginWithShare({ order: { margin, total, currency } }: { order: OrderCard }) {
  const { percent } = useFormats();
  return (
    <>
      <Margin margin={margin} currency={currency} />
      {margin.amount !== null && total > 0 && <small> {percent(margin.amount / total)}</small>}
    </>
  );
}

/** Goods stand at their prices, so that goods less discount plus the rest is the total. */
function sumsOf(order: OrderCard): Sum[] {
  const { goodsTotal, deliveryTotal, discountTotal, total, totalBase, paidTotal, returnedTotal } = order;
  const other = total - goodsTotal - deliveryTotal;
  const sums: (Sum | false)[] = [
    { key: 'goods', amount: goodsTotal + discountTotal },
    discountTotal !== 0 && { key: 'discount', amount: -discountTotal },
    { key: 'delivery', amount: deliveryTotal },
    other !== 0 && { key: 'other', amount: other },
    { key: 'total', amount: total, base: totalBase, strong: true },
    { key: 'paid', amount: paidTotal },
    returnedTotal !== 0 && { key: 'returned', amount: -Math.abs(returnedTotal) },
  ];
  return sums.filter((sum) => sum !== false);
}
