/** A customer in the list of a phone. */
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../../contract/customers.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Ago } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { CustomerName } from '../customer-name.tsx';
import style from './customers.module.css';

export function CustomerLineCard({ row }: { row: CustomerRow }) {
  const { t } = useTranslation('customers');
  const { number } = useFormats();
  return (
    <span className={style.card}>
      <span className={style.line}>
        <b>
          <CustomerName customer={row} />
        </b>
        <Money amount={row.spentBase} />
      </span>
      <span className={style.line} data-small>
        <span>{row.city ?? row.email ?? '—'}</span>
        <span>
          {t('ordersCount', { count: row.ordersCount, shown: number(row.ordersCount) })}
          {row.lastOrderAt && (
            <>
              {' · '}
              <Ago at={row.lastOrderAt} />
            </>
          )}
        </span>
      </span>
    </span>
  );
}
