/** Orders: the list people work in, with its sums, saved views, and work on many at once. */
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useList } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { download } from '../../transfer.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useListState } from '../../ui/data-list/list-state.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useOwnViews } from '../views/own-views.ts';
import { OrderPanel } from './card/order-panel.tsx';
import { useOrderColumns } from './list/order-columns.tsx';
import { useOrderFilters } from './list/order-filters.ts';
import { OrderLineCard } from './list/order-line-card.tsx';
import { orderFilterOf, orderSortOf, usualSort } from './list/order-query.ts';
import { OrderSums } from './list/order-sums.tsx';
import { useOrderViews } from './list/order-views.ts';
import { useBulk } from './list/use-bulk.tsx';

export function OrdersPage() {
  const { t } = useTranslation('orders');
  const may = useMay();
  const narrow = useNarrow();
  const state = useListState({ sort: usualSort });
  const filter = orderFilterOf(state);
  const sort = orderSortOf(state);
  const orders = useList('GET /orders', { query: { ...filter, sort } });
  const summary = useApi('GET /orders/summary', { query: filter });
  const bulk = useBulk();
  return (
    <Page title={t('list.title')} fill note={<OrderSums summary={summary.data} />}>
      <DataList
        name="orders"
        label={t('list.title')}
        state={state}
        answer={orders}
        columns={useOrderColumns()}
        rowId={(row) => row.id}
        filters={useOrderFilters(state)}
        views={useOrderViews()}
        ownViews={useOwnViews('orders')}
        searchHint={t('list.search')}
        bulk={bulk.actions}
        onExport={may('export.run') && !narrow ? () => download('GET /orders/export', { query: { ...filter, sort } }) : undefined}
        panel={(id) => <OrderPanel key={id} id={id} />}
        pageOf={(id) => `/orders/${id}`}
        card={(row) => <OrderLineCard row={row} />}
        empty={<NoOrders />}
      />
      {bulk.dialogs}
    </Page>
  );
}

function NoOrders() {
  const { t } = useTranslation('orders');
  const may = useMay();
  const load = (
    <Button component={Link} to="/import" leftSection={<IconUpload size={17} />}>
      {t('list.import')}
    </Button>
  );
  return <Empty title={t('list.empty')} text={t('list.emptyText')} action={may('import.run') && load} />;
}
