/** An order beside the list: everything of its card in one column. */
import { Skeleton } from '@mantine/core';
import { useApi } from '../../../api-hooks.ts';
import { At } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import style from './card.module.css';
import { OrderChannel } from './order-channel.tsx';
import { OrderCustomer } from './order-customer.tsx';
import { OrderDelivery } from './order-delivery.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderFlags } from './order-flags.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderMoney } from './order-money.tsx';
import { OrderNotes } from './order-notes.tsx';
import { OrderPayments } from './order-payments.tsx';
import { OrderReturns } from './order-returns.tsx';
import { OrderStages } from './order-stages.tsx';
import { StatusMenu } from './status-menu.tsx';

export function OrderPanel({ id }: { id: string }) {
  const { data: order, error, refetch } = useApi('GET /orders/:id', { params: { id } });
  if (error) return <ProblemNote problem={error} onRetry={refetch} />;
  if (!order) return <Skeleton height={420} mt={40} />;
  return (
    <div className={style.panel}>
      <header className={style.head}>
        <h2>{order.number}</h2>
        <div className={style.under}>
          <StatusMenu order={order} />
          <Money amount={order.total} currency={order.currency} />
          <OrderChannel id={order.channelId} />
          <At at={order.placedAt} />
        </div>
      </header>
      <OrderStages order={order} />
      <OrderFlags order={order} />
      <OrderLines order={order} />
      <OrderMoney order={order} />
      <OrderCustomer order={order} />
      <OrderDelivery order={order} />
      <OrderPayments order={order} />
      <OrderReturns order={order} />
      <OrderNotes order={order} />
      <OrderFacts order={order} />
      <OrderHistory order={order} />
    </div>
  );
}
