/** Products and stock: what is sold, where, for how much, and how much of it is left. */
import { Button } from '@mantine/core';
import { IconHelpHexagon, IconUpload } from '@tabler/icons-react';
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
import { ProductPanel } from './card/product-panel.tsx';
import { useProductColumns } from './list/product-columns.tsx';
import { useProductFilters, useProductViews } from './list/product-filters.ts';
import { ProductLineCard } from './list/product-line-card.tsx';
import { productFilterOf, productSortOf, usualSort } from './list/product-query.ts';

export function ProductsPage() {
  const { t } = useTranslation('catalog');
  const may = useMay();
  const narrow = useNarrow();
  const state = useListState({ sort: usualSort });
  const filter = productFilterOf(state);
  const sort = productSortOf(state);
  const products = useList('GET /products', { query: { ...filter, sort, count: true } });
  return (
    <Page title={t('list.title')} fill actions={<UnknownLink />}>
      <DataList
        name="products"
        label={t('list.title')}
        state={state}
        answer={products}
        columns={useProductColumns()}
        rowId={(row) => row.id}
        filters={useProductFilters()}
        views={useProductViews()}
        ownViews={useOwnViews('products')}
        searchHint={t('list.search')}
        onExport={may('export.run') && !narrow ? () => download('GET /products/export', { query: { ...filter, sort } }) : undefined}
        panel={(id) => <ProductPanel key={id} id={id} />}
        pageOf={(id) => `/products/${id}`}
        card={(row) => <ProductLineCard row={row} />}
        empty={<NoProducts />}
        rowHeight={42}
      />
    </Page>
  );
}

/** Shown only while orders speak of goods that nobody knows. */
function UnknownLink() {
  const { t } = useTranslation('catalog');
  const { data = [] } = useApi('GET /products/unknown', { query: { limit: 200 } });
  if (data.length === 0) return null;
  return (
    <Button component={Link} to="/products/unknown" variant="default" leftSection={<IconHelpHexagon size={17} stroke={1.7} />}>
      {t('unknown.link', { count: data.length })}
    </Button>
  );
}

function NoProducts() {
  const { t } = useTranslation('catalog');
  const may = useMay();
  const load = (
    <Button component={Link} to="/import" leftSection={<IconUpload size={17} />}>
      {t('list.import')}
    </Button>
  );
  return <Empty title={t('list.empty')} text={t('list.emptyText')} action={may('import.run') && load} />;
}
