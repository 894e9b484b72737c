/** Sales by one thing at a time: a picture of the first ten, a table of all, every row a way to its orders. */
import { SegmentedControl, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { useFormats } from '../../app/use-formats.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { Section } from '../../ui/section.tsx';
import type { Scope } from './scope.ts';
import { type SplitBy, splits, useSplitRows } from './split-rows.ts';
import { SplitTable } from './split-table.tsx';

const pictured = 10;

export function SalesSplit({ scope }: { scope: Scope }) {
  const { t } = useTranslation('analytics');
  const by = splits.find((known) => known === scope.one('by')) ?? 'region';
  return (
    <Section plate title={t('split.title')}>
      <SplitChoice by={by} onChange={(next) => scope.set({ by: next })} />
      <Split scope={scope} by={by} />
    </Section>
  );
}

function SplitChoice({ by, onChange }: { by: SplitBy; onChange: (by: string) => void }) {
  const { t } = useTranslation('analytics');
  const shared = { 'aria-label': t('split.label'), data: splits.map((value) => ({ value, label: t(`split.${value}`) })), value: by };
  if (useNarrow()) return <Select allowDeselect={false} {...shared} onChange={(chosen) => chosen && onChange(chosen)} />;
  return <SegmentedControl size="xs" style={{ justifySelf: 'start' }} {...shared} onChange={onChange} />;
}

function Split({ scope, by }: { scope: Scope; by: SplitBy }) {
  const { t } = useTranslation('analytics');
  const { money } = useFormats();
  const navigate = useNavigate();
  const { data } = useApi('GET /analytics/split', { query: { ...scope.query, by, limit: 200 } });
  const rows = useSplitRows(scope, by, data?.rows ?? []);
  const first = rows.slice(0, pictured);
  const open = (point: number) => {
    const to = first[point]?.to;
    if (to) void navigate({ href: to });
  };
  return (
    <>
      <Chart
        kind="bar"
        lying
        title={t('split.chart', { by: t(`split.${by}`) })}
        loading={!data}
        height={Math.max(90, first.length * 30 + 40)}
        points={first.map(({ name }) => name)}
        series={[{ name: t('metric.sales'), values: first.map(({ sales }) => sales) }]}
        format={(value) => money(value)}
        formatShort={(value) => money(value, undefined, { compact: true })}
        plain={(value) => value / 100}
        onPoint={open}
      />
      {rows.length > 0 && <SplitTable key={by} title={t(`split.${by}`)} rows={rows} compared={scope.compare !== 'none'} />}
    </>
  );
}
