/** Customers: the list with its search, filters and views, and work on many at once. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useList } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import { download } from '../../transfer.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useListState } from '../../ui/data-list/list-state.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useOwnViews } from '../views/own-views.ts';
import { CustomerForm } from './card/customer-form.tsx';
import { CustomerPanel } from './card/customer-panel.tsx';
import { useCustomerBulk } from './list/customer-bulk.tsx';
import { useCustomerColumns } from './list/customer-columns.tsx';
import { useCustomerFilters } from './list/customer-filters.ts';
import { CustomerLineCard } from './list/customer-line-card.tsx';
import { customerFilterOf, customerSortOf, usualSort } from './list/customer-query.ts';
import { useCustomerViews } from './list/customer-views.ts';

export function CustomersPage() {
  const { t } = useTranslation('customers');
  const { number } = useFormats();
  const may = useMay();
  const navigate = useNavigate();
  const [adding, add] = useDisclosure(false);
  const state = useListState({ sort: usualSort });
  const filter = customerFilterOf(state);
  const sort = customerSortOf(state);
  const customers = useList('GET /customers', { query: { ...filter, sort } });
  const counted = useApi('GET /customers', { query: { ...filter, limit: 1, count: true } });
  const bulk = useCustomerBulk();
  const addButton = may('customers.write') && (
    <Button leftSection={<IconPlus size={17} />} onClick={add.open}>
      {t('list.add')}
    </Button>
  );
  const total = counted.data?.total;
  return (
    <Page
      title={t('list.title')}
      fill
      actions={addButton}
      note={typeof total === 'number' ? t('list.count', { count: total, shown: number(total) }) : '\u00a0'}
    >
      <DataList
        name="customers"
        label={t('list.title')}
        state={state}
        answer={customers}
        columns={useCustomerColumns()}
        rowId={(row) => row.id}
        filters={useCustomerFilters()}
        views={useCustomerViews()}
        ownViews={useOwnViews('customers')}
        searchHint={t('list.search')}
        bulk={bulk.actions}
        onExport={may('export.run') ? () => download('GET /customers/export', { query: { ...filter, sort } }) : undefined}
        panel={(id) => <CustomerPanel key={id} id={id} />}
        pageOf={(id) => `/customers/${id}`}
        card={(row) => <CustomerLineCard row={row} />}
        empty={<Empty title={t('list.empty')} text={t('list.emptyText')} />}
      />
      {bulk.dialogs}
      {adding && <CustomerForm onClose={add.close} onSaved={({ id }) => void navigate({ href: `/customers/${id}` })} />}
    </Page>
  );
}
