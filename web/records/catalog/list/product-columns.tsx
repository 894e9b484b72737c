/** The columns of the product list. */
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../../contract/catalog.ts';
import { Chip } from '../../../ui/chip.tsx';
import type { Column } from '../../../ui/data-list/list-types.ts';
import { Ago } from '../../../ui/moment.tsx';
import { Money } from '../../../ui/money.tsx';
import { useChannels } from '../../channels/channels.ts';
import { StockFigure } from '../stock-figure.tsx';
import { Thumb } from '../thumb.tsx';
import style from './products.module.css';

export function useProductColumns(): readonly Column<ProductRow>[] {
  const { t } = useTranslation('catalog');
  return [
    { key: 'name', title: t('columns.name'), cell: (row) => <Name row={row} />, lead: true, sort: 'name' },
    { key: 'sku', title: t('columns.sku'), cell: (row) => row.sku ?? '—', sort: 'sku', width: 124 },
    { key: 'category', title: t('columns.category'), cell: (row) => row.category?.path ?? '—', width: 170 },
    { key: 'channels', title: t('columns.channels'), cell: (row) => <Channels ids={row.channels} />, width: 150 },
    {
      key: 'price',
      title: t('columns.price'),
      cell: priceCell,
      sort: 'price',
      align: 'end',
      width: 106,
      definition: t('columns.priceSays'),
    },
    { key: 'cost', title: t('columns.cost'), cell: costCell, align: 'end', width: 122 },
    {
      key: 'stock',
      title: t('columns.stock'),
      cell: stockCell,
      sort: 'stock',
      align: 'end',
      width: 96,
      definition: t('columns.stockSays'),
    },
    { key: 'brand', title: t('columns.brand'), cell: (row) => row.brand ?? '—', hidden: true, width: 140 },
    { key: 'barcode', title: t('columns.barcode'), cell: (row) => row.barcode ?? '—', hidden: true, width: 140 },
    { key: 'tags', title: t('columns.tags'), cell: (row) => <Tags tags={row.tags} />, hidden: true, width: 150 },
    {
      key: 'updatedAt',
      title: t('columns.updatedAt'),
      cell: (row) => <Ago at={row.updatedAt} />,
      sort: 'updatedAt',
      hidden: true,
      width: 140,
    },
  ];
}

const priceCell = (row: ProductRow) => <Money amount={row.price} currency={row.priceCurrency ?? undefined} />;
const costCell = (row: ProductRow) => <Money amount={row.cost} currency={row.currency ?? undefined} />;
const stockCell = (row: ProductRow) => <StockFigure quantity={row.stock} />;

function Name({ row }: { row: ProductRow }) {
  const { t } = useTranslation('catalog');
  return (
    <span className={style.name}>
      <Thumb url={row.imageUrl} size={26} />
      <span>{row.name}</span>
      {!row.active && <Chip>{t('inactive')}</Chip>}
    </span>
  );
}

function Channels({ ids }: { ids: readonly number[] }) {
  const { nameOf } = useChannels();
  const names = ids.map((id) => nameOf(id)).filter((name) => name !== null);
  if (names.length === 0) return '—';
  return (
    <Tooltip label={names.join(', ')} disabled={names.length < 2}>
      <span className={style.channels}>
        <span>{names[0]}</span>
        {names.length > 1 && <small>+{names.length - 1}</small>}
      </span>
    </Tooltip>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return tags.length > 0 ? tags.map((tag) => <Chip key={tag}>{tag}</Chip>) : '—';
}
