/** The whole card of an order: who and where at the left, goods and money in the middle, what happened at the right. */
import { Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../contract/orders.ts';
import { useApi } from '../../../api-hooks.ts';
import { At } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { Page } from '../../../ui/page.tsx';
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

export function OrderPage() {
  const { t } = useTranslation('orders');
  const { id = '' } = useParams({ strict: false });
  const { data: order, error, refetch } = useApi('GET /orders/:id', { params: { id } });
  const crumbs = [{ title: t('list.title'), to: '/orders' }];
  if (!order) {
    return (
      <Page title={t('card.title', { number: '' })} crumbs={crumbs}>
        {error ? <ProblemNote problem={error} onRetry={refetch} /> : <Skeleton height={480} />}
      </Page>
    );
  }
  return (
    <Page
      title={t('card.title', { number: order.number })}
      crumbs={crumbs}
      aside={<StatusMenu order={order} />}
      note={
        <span className={style.under}>
          <OrderChannel id={order.channelId} />
          <At at={order.placedAt} />
          <Money amount={order.total} currency={order.currency} />
        </span>
      }
    >
      <OrderStages order={order} />
      <OrderFlags order={order} />
      <Body order={order} />
    </Page>
  );
}

function Body({ order }: { order: OrderCard }) {
  return (
    <div className={style.page}>
      <div className={style.left}>
        <OrderCustomer order={order} />
        <OrderDelivery order={order} />
        <OrderNotes order={order} />
        <OrderFacts order={order} />
      </div>
      <div className={style.middle}>
        <OrderLines order={order} />
        <OrderMoney order={order} />
        <OrderPayments order={order} />
        <OrderReturns order={order} />
      </div>
      <div className={style.right}>
        <OrderHistory order={order} />
      </div>
    </div>
  );
}
