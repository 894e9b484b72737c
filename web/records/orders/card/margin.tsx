/** What is left after costs; while a cost is unknown there is no figure, and a hover says which cost is missing. */
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { Definition } from '../../../ui/definition.tsx';
import { Money } from '../../../ui/money.tsx';
import style from './card.module.css';

export function Margin({ margin, currency }: { margin: OrderCard['margin']; currency: string }) {
  const { t } = useTranslation('orders');
  if (margin.amount !== null) return <Money amount={margin.amount} currency={currency} />;
  const parts = margin.unknown.map((part) => t(`costs.${part}`)).join(', ');
  return (
    <span className={style.nowrap}>
      <Definition says={t('money.marginUnknown', { parts })}>{t('money.unknown')}</Definition>
    </span>
  );
}
