/** Companies that customers act for: wholesale and key customers with their terms (CUS-8). */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CompanyRow, CompanySort } from '../../../contract/companies.ts';
import { useList } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useListState } from '../../ui/data-list/list-state.ts';
import type { Column } from '../../ui/data-list/list-types.ts';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { CompanyForm } from './company-form.tsx';
import { CompanyPanel } from './company-panel.tsx';

export function CompaniesPage() {
  const { t } = useTranslation('companies');
  const may = useMay();
  const [adding, add] = useDisclosure(false);
  const state = useListState({ sort: 'name' });
  const companies = useList('GET /companies', { query: { q: state.q || undefined, sort: state.sort as CompanySort } });
  const addButton = may('customers.write') && (
    <Button leftSection={<IconPlus size={17} />} onClick={add.open}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} fill actions={addButton}>
      <DataList
        name="companies"
        label={t('title')}
        state={state}
        answer={companies}
        columns={useColumns()}
        rowId={(row) => row.id}
        filters={[]}
        views={[{ key: 'all', title: t('all'), search: {} }]}
        searchHint={t('search')}
        panel={(id) => <CompanyPanel key={id} id={id} />}
        empty={<Empty title={t('empty')} text={t('emptyText')} />}
      />
      {adding && <CompanyForm onClose={add.close} />}
    </Page>
  );
}

function useColumns(): readonly Column<CompanyRow>[] {
  const { t } = useTranslation('companies');
  const { number } = useFormats();
  return [
    { key: 'name', title: t('name'), cell: (row) => row.name, lead: true, sort: 'name', width: 280 },
    { key: 'taxId', title: t('taxId'), cell: (row) => row.taxId ?? '—', width: 150 },
    {
      key: 'contacts',
      title: t('contacts'),
      cell: (row) => <Go to={`/customers?company=${row.id}`}>{number(row.contacts)}</Go>,
      align: 'end',
      width: 120,
    },
    { key: 'orders', title: t('orders'), cell: (row) => number(row.ordersCount), align: 'end', width: 110 },
    { key: 'spent', title: t('spent'), cell: (row) => <Money amount={row.spentBase} />, align: 'end', width: 150 },
    { key: 'terms', title: t('priceTerms'), cell: (row) => row.priceTerms ?? '—' },
  ];
}
