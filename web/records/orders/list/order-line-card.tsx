/** An order in the list of a phone: number and sum, buyer and status, goods and age. */
import type { OrderRow } from '../../../../contract/orders.ts';
import { StatusChip } from '../../../ui/chip.tsx';
import { Ago } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { BuyerName } from '../buyer-name.tsx';
import { useStatusWords } from '../status-groups.ts';
import { FlagMark } from './order-columns.tsx';
import style from './orders.module.css';

export function OrderLineCard({ row }: { row: OrderRow }) {
  const statusWords = useStatusWords();
  return (
    <span className={style.card}>
      <span className={style.line}>
        <span className={style.number}>
          <span className={style.strong}>{row.number}</span>
          <FlagMark flags={row.flags} />
        </span>
        <Money amount={row.total} currency={row.currency} />
      </span>
      <span className={style.line}>
        <BuyerName customer={row.customer} />
        <StatusChip group={row.statusGroup}>{statusWords(row)}</StatusChip>
      </span>
      <span className={`${style.line} ${style.small}`}>
        <span>{row.items.first ?? '—'}</span>
        <Ago at={row.placedAt} />
      </span>
    </span>
  );
}
