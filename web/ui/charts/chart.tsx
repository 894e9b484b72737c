/** A chart for those who would rather look, the same figures as a table for those who need them. Drawing loads when first seen. */
import { ActionIcon, Skeleton, Tooltip } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '../csv.ts';
import { Empty } from '../empty.tsx';
import { SaveButton } from '../save-button.tsx';
import style from './chart.module.css';
import { ChartTable } from './chart-table.tsx';
import type { ChartProps } from './chart-types.ts';

const Drawing = lazy(() => import('./drawing.tsx').then((module) => ({ default: module.Drawing })));

export function Chart(props: ChartProps) {
  const { t } = useTranslation('ui');
  const { title, series, height = 260, loading } = props;
  const [asTable, setAsTable] = useState(false);
  const empty = series.every(({ values }) => values.every((value) => value === null));
  const Icon = asTable ? IconChartBar : IconTable;
  const turn = t(asTable ? 'chart.picture' : 'chart.table');
  return (
    <figure className={style.chart}>
      <figcaption className={style.head}>
        <h3>{title}</h3>
        <div className={style.tools}>
          <Tooltip label={turn}>
            <ActionIcon size={28} aria-label={`${title}: ${turn}`} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              <Icon size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          {!loading && !empty && <SaveButton title={title} onSave={() => saveCsv(title, tableOf(props))} />}
        </div>
      </figcaption>
      {loading ? (
        <Skeleton height={height} />
      ) : empty ? (
        <div style={{ height }}>
          <Empty title={t('noData')} />
        </div>
      ) : asTable ? (
        <ChartTable {...props} />
      ) : (
        <Suspense fallback={<Skeleton height={height} />}>
          <Drawing {...props} height={height} label={t('chart.label', { title })} />
        </Suspense>
      )}
    </figure>
  );
}

function tableOf({ points, series, plain = (value) => value }: ChartProps): (string | number | null)[][] {
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? null : plain(value));
  return [
    ['', ...series.map(({ name }) => name)],
    ...points.map((point, row) => [point, ...series.map(({ values }) => cell(values[row]))]),
  ];
}
