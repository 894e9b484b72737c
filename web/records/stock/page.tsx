/** Stock: warehouses at a glance, then what lies in each, product by product. */
import { Button } from '@mantine/core';
import { IconBuildingStore, IconBuildingWarehouse, IconHelpHexagon, IconPackageOff, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StockLevel } from '../../../contract/stock.ts';
import { useApi, useList } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { useFormats } from '../../app/use-formats.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useListState } from '../../ui/data-list/list-state.ts';
import type { Column, Filter } from '../../ui/data-list/list-types.ts';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { StockFigure } from '../catalog/stock-figure.tsx';
import { useChannels } from '../channels/channels.ts';
import style from './stock.module.css';
import { StockLineCard } from './stock-line-card.tsx';
import { Warehouses } from './warehouses.tsx';

const yesNo = (value: string | undefined) => (value === undefined ? undefined : value === 'true');

export function StockPage() {
  const { t } = useTranslation('stock');
  const state = useListState();
  const stock = useList('GET /stock', {
    query: {
      warehouse: state.values('warehouse')?.map(Number),
      channel: state.values('channel')?.map(Number),
      inStock: yesNo(state.one('inStock')),
      unknown: yesNo(state.one('unknown')),
    },
  });
  return (
    <Page title={t('list.title')} fill>
      <Warehouses state={state} />
      <DataList
        name="stock"
        label={t('list.title')}
        state={state}
        answer={stock}
        columns={useStockColumns()}
        rowId={(row) => row.id}
        filters={useStockFilters()}
        card={(row) => <StockLineCard row={row} />}
        empty={<NoStock />}
      />
    </Page>
  );
}

function useStockColumns(): readonly Column<StockLevel>[] {
  const { t } = useTranslation('stock');
  const { number } = useFormats();
  const { nameOf } = useChannels();
  return [
    { key: 'product', title: t('columns.product'), cell: (row) => <Product row={row} />, lead: true },
    { key: 'sku', title: t('columns.sku'), cell: (row) => row.sku ?? row.externalId, width: 130 },
    { key: 'warehouse', title: t('columns.warehouse'), cell: (row) => row.warehouse.name, width: 180 },
    { key: 'channel', title: t('columns.channel'), cell: (row) => nameOf(row.channelId) ?? '—', width: 160, hidden: true },
    { key: 'quantity', title: t('columns.quantity'), cell: (row) => number(row.quantity, 3), align: 'end', width: 110 },
    { key: 'reserved', title: t('columns.reserved'), cell: (row) => number(row.reserved, 3), align: 'end', width: 110 },
    { key: 'free', title: t('columns.free'), cell: (row) => <StockFigure quantity={row.free} />, align: 'end', width: 120 },
    { key: 'changedAt', title: t('columns.changedAt'), cell: (row) => <Ago at={row.changedAt} />, width: 140 },
  ];
}

function Product({ row }: { row: StockLevel }) {
  const { t } = useTranslation('stock');
  if (row.productId === null) return <span className="dim">{t('unknown', { id: row.externalId })}</span>;
  return (
    <Go to={`/products/${row.productId}`} className={style.lead}>
      {row.productName}
    </Go>
  );
}

function useStockFilters(): readonly Filter[] {
  const { t } = useTranslation('stock');
  const { channels } = useChannels();
  const { data: warehouses = [] } = useApi('GET /stock/warehouses', {});
  return [
    {
      key: 'warehouse',
      title: t('columns.warehouse'),
      icon: IconBuildingWarehouse,
      kind: 'choice',
      options: warehouses.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    {
      key: 'channel',
      title: t('columns.channel'),
      icon: IconBuildingStore,
      kind: 'choice',
      options: channels.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    { key: 'inStock', title: t('filters.inStock'), icon: IconPackageOff, kind: 'yes-no' },
    { key: 'unknown', title: t('filters.unknown'), icon: IconHelpHexagon, kind: 'yes-no' },
  ];
}

function NoStock() {
  const { t } = useTranslation('stock');
  const may = useMay();
  const load = (
    <Button component={Link} to="/import" leftSection={<IconUpload size={17} />}>
      {t('list.import')}
    </Button>
  );
  return <Empty title={t('list.empty')} text={t('list.emptyText')} action={may('import.run') && load} />;
}
