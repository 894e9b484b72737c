/** All rows of a cut: sales, share, change, orders and buyers. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/use-formats.ts';
import { saveCsv } from '../../ui/csv.ts';
import { Definition } from '../../ui/definition.tsx';
import { Go } from '../../ui/go.tsx';
import { SaveButton } from '../../ui/save-button.tsx';
import { Section } from '../../ui/section.tsx';
import type { SmallColumn } from '../../ui/small-table.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { changeOf, sumOf } from '../change.ts';
import style from './analytics.module.css';
import type { SplitRow } from './split-rows.ts';

interface SplitTableProps {
  title: string;
  rows: readonly SplitRow[];
  compared: boolean;
}

/** So many are shown until all are asked for. */
const shownAtFirst = 10;

export function SplitTable({ title, rows, compared }: SplitTableProps) {
  const { t } = useTranslation('analytics');
  const [whole, setWhole] = useState(false);
  const columns = useColumns(title, rows, compared);
  const save = () =>
    saveCsv(title, [
      [title, t('metric.sales'), t('split.before'), t('metric.orders'), t('metric.buyers')],
      ...rows.map(({ name, sales, before, orders, buyers }) => [name, sales / 100, before / 100, orders, buyers]),
    ]);
  return (
    <Section title={t('split.all', { count: rows.length })} aside={<SaveButton title={title} onSave={save} />}>
      <SmallTable label={title} columns={columns} rows={whole ? rows : rows.slice(0, shownAtFirst)} rowId={({ key }) => key} />
      {!whole && rows.length > shownAtFirst && (
        <div className={style.foot}>
          <Button variant="default" onClick={() => setWhole(true)}>
            {t('split.showAll')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function useColumns(title: string, rows: readonly SplitRow[], compared: boolean): SmallColumn<SplitRow>[] {
  const { t } = useTranslation('analytics');
  const { money, number, percent } = useFormats();
  const all = sumOf(rows.map(({ sales }) => sales));
  return [
    {
      key: 'name',
      title,
      cell: ({ name, key }) => (
        <div className={style.cut} data-unknown={key === '' || undefined}>
          {name}
        </div>
      ),
    },
    {
      key: 'sales',
      title: <Definition says={t('split.salesIs')}>{t('metric.sales')}</Definition>,
      align: 'end',
      cell: ({ sales, to }) =>
        to ? (
          <Go to={to} className={style.figure}>
            {money(sales)}
          </Go>
        ) : (
          <span className="figures">{money(sales)}</span>
        ),
    },
    { key: 'share', title: t('split.share'), align: 'end', cell: ({ sales }) => (all > 0 ? percent(sales / all) : '—') },
    ...(compared
      ? [{ key: 'change', title: t('split.change'), align: 'end' as const, cell: (row: SplitRow) => <Change row={row} /> }]
      : []),
    { key: 'orders', title: t('metric.orders'), align: 'end', cell: ({ orders }) => number(orders) },
    { key: 'buyers', title: t('metric.buyers'), align: 'end', cell: ({ buyers }) => number(buyers) },
  ];
}

function Change({ row: { sales, before } }: { row: SplitRow }) {
  const { change, money } = useFormats();
  const share = changeOf(sales, before);
  if (share === null) return <span className={style.unknown}>—</span>;
  return (
    <span className={style.change} data-tone={share > 0 ? 'green' : share < 0 ? 'red' : 'grey'} title={money(before)}>
      {change(share)}
    </span>
  );
}
