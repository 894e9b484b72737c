/** How many orders the list holds and how much they come to, over the whole list and not over what has been scrolled to. */
import { useTranslation } from 'react-i18next';
import type { OrderSummary } from '../../../../contract/orders.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Money } from '../../../ui/money.tsx';
import style from './orders.module.css';

export function OrderSums({ summary }: { summary: OrderSummary | undefined }) {
  const { t } = useTranslation('orders');
  const { number } = useFormats();
  if (!summary) return '\u00a0';
  return (
    <span className={style.sums} aria-live="polite">
      <span>{t('list.count', { count: summary.count, shown: number(summary.count) })}</span>
      <span>
        {t('list.sum')} <b>{<Money amount={summary.sum} />}</b>
      </span>
      {summary.returned !== 0 && (
        <span>
          {t('list.returned')} <b>{<Money amount={Math.abs(summary.returned)} />}</b>
        </span>
      )}
    </span>
  );
}
