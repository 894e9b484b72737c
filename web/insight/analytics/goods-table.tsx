/** Goods of a period with what they sold, drew and got back; a tick puts a row into the charts, its name opens the product. */
import { Button, Checkbox, Skeleton } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Formats } from '../../app/use-formats.ts';
import { useFormats } from '../../app/use-formats.ts';
import { saveCsv } from '../../ui/csv.ts';
import { Definition } from '../../ui/definition.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { SaveButton } from '../../ui/save-button.tsx';
import { Section } from '../../ui/section.tsx';
import type { SmallColumn } from '../../ui/small-table.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { ordersBehind } from '../rows-behind.ts';
import style from './analytics.module.css';
import type { Goods, GoodsSort, Picked } from './goods-choice.ts';
import { goodsSorts, sortOf } from './goods-choice.ts';
import type { Scope } from './scope.ts';

interface GoodsTableProps {
  scope: Scope;
  rows: readonly Goods[] | undefined;
  picked: Picked;
  /** No more fit into the charts. */
  full: boolean;
  /** Absent where all are shown. */
  onMore?: () => void;
}

export function GoodsTable(props: GoodsTableProps) {
  const { t } = useTranslation('analytics');
  const columns = useColumns(props);
  const { rows, onMore } = props;
  const title = t('goods.table');
  const save = () => saveCsv(title, tableOf(rows ?? [], t));
  return (
    <Section plate title={title} aside={rows && rows.length > 0 && <SaveButton title={title} onSave={save} />}>
      {rows ? (
        <SmallTable
          label={title}
          columns={columns}
          rows={rows}
          rowId={({ productId }) => productId}
          empty={<Empty title={t('goods.none')} />}
        />
      ) : (
        <Skeleton height={260} />
      )}
      {onMore && (
        <div className={style.foot}>
          <Button variant="default" onClick={onMore}>
            {t('goods.more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** What stands in each sortable column; null is not known. */
const figures: Record<GoodsSort, (row: Goods, formats: Formats) => string | null> = {
  units: ({ units }, { number }) => number(units),
  revenue: ({ revenue }, { money }) => money(revenue),
  returnRate: ({ returnRate }, { percent }) => (returnRate === null ? null : percent(returnRate)),
  carts: ({ carts }, { number }) => (carts === null ? null : number(carts)),
  cartRate: ({ cartRate }, { percent }) => (cartRate === null ? null : percent(cartRate)),
};

function useColumns({ scope, picked, full }: GoodsTableProps): SmallColumn<Goods>[] {
  const { t } = useTranslation('analytics');
  const formats = useFormats();
  return [
    {
      key: 'pick',
      title: t('goods.pick'),
      titleUnseen: true,
      width: 30,
      cell: ({ productId, name }) => (
        <Checkbox
          size="xs"
          aria-label={t('goods.pickOne', { name })}
          checked={picked.has(productId)}
          disabled={full && !picked.has(productId)}
          onChange={() => picked.toggle(productId)}
        />
      ),
    },
    {
      key: 'name',
      title: t('goods.product'),
      cell: ({ productId, name, sku, category }) => (
        <div className={style.product}>
          <Go to={`/products/${productId}`} className={style.name}>
            {name}
          </Go>
          <span className={style.sku}>{[sku, category].filter(Boolean).join(' · ')}</span>
        </div>
      ),
    },
    ...goodsSorts.map(
      (sort): SmallColumn<Goods> => ({
        key: sort,
        title: <SortTitle sort={sort} scope={scope} />,
        align: 'end',
        cell: (row) => {
          const written = figures[sort](row, formats);
          if (written === null) return <span className={style.unknown}>—</span>;
          if (sort !== 'units' && sort !== 'revenue') return <span className="figures">{written}</span>;
          return (
            <Go to={ordersBehind({ ...scope, category: undefined }, { product: String(row.productId) })} className={style.figure}>
              {written}
            </Go>
          );
        },
      }),
    ),
  ];
}

function SortTitle({ sort, scope }: { sort: GoodsSort; scope: Scope }) {
  const { t } = useTranslation('analytics');
  const chosen = sortOf(scope) === sort;
  return (
    <span className={style.head}>
      <Definition says={t(`goods.${sort}Is`)}>{t(`goods.${sort}`)}</Definition>
      <button
        type="button"
        className={style.sort}
        aria-pressed={chosen}
        aria-label={t('goods.sortBy', { column: t(`goods.${sort}`) })}
        onClick={() => scope.set({ sort })}
      >
        <IconArrowDown size={14} stroke={chosen ? 2.4 : 1.5} aria-hidden />
      </button>
    </span>
  );
}

function tableOf(rows: readonly Goods[], t: (key: string) => string) {
  const head = ['product', 'sku', 'category', 'units', 'revenue', 'returnedUnits', 'returnRate', 'views', 'carts', 'cartRate'];
  return [
    head.map((column) => t(`goods.${column}`)),
    ...rows.map((row) => [
      row.name,
      row.sku,
      row.category,
      row.units,
      row.revenue / 100,
      row.returnedUnits,
      rounded(row.returnRate),
      row.views,
      row.carts,
      rounded(row.cartRate),
    ]),
  ];
}

const rounded = (share: number | null) => share && Math.round(share * 10_000) / 10_000;
