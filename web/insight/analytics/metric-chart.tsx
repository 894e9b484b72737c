/** Any of the figures step by step, over the period it is compared with; a point opens its rows. */
import { SegmentedControl, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { metrics as allMetrics } from '../../../contract/analytics.ts';
import { useApi } from '../../api-hooks.ts';
import { useFormats } from '../../app/use-formats.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { Section } from '../../ui/section.tsx';
import { newBuyersBehind, ordersBehind, returnsBehind } from '../rows-behind.ts';
import style from './analytics.module.css';
import type { Scope } from './scope.ts';
import type { Step } from './steps.ts';
import { daysOfStep, stepFor, stepName, steps } from './steps.ts';

type Metric = (typeof allMetrics)[number];

const metrics: readonly Metric[] = ['sales', 'orders', 'averageCheck', 'buyers', 'newBuyers', 'returned', 'units'];
const inMoney: readonly Metric[] = ['sales', 'averageCheck', 'returned'];

/** The step in the address, or the one that suits the period. */
export const useStep = (scope: Scope): Step => steps.find((step) => step === scope.one('step')) ?? stepFor(scope.days);

export function StepChoice({ scope }: { scope: Scope }) {
  const { t } = useTranslation('analytics');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('step.label')}
      data={steps.map((value) => ({ value, label: t(`step.${value}`) }))}
      value={useStep(scope)}
      onChange={(step) => scope.set({ step })}
    />
  );
}

export function MetricChart({ scope }: { scope: Scope }) {
  const { t } = useTranslation('analytics');
  const metric = metrics.find((known) => known === scope.one('metric')) ?? 'sales';
  return (
    <Section plate>
      <div className={style.tools}>
        <Select
          w={220}
          allowDeselect={false}
          aria-label={t('metric.label')}
          data={metrics.map((value) => ({ value, label: t(`metric.${value}`) }))}
          value={metric}
          onChange={(chosen) => scope.set({ metric: chosen ?? undefined })}
        />
        <StepChoice scope={scope} />
      </div>
      <Steps scope={scope} metric={metric} />
    </Section>
  );
}

function Steps({ scope, metric }: { scope: Scope; metric: Metric }) {
  const { t } = useTranslation('analytics');
  const { money, number } = useFormats();
  const navigate = useNavigate();
  const step = useStep(scope);
  const { data } = useApi('GET /analytics/series', { query: { ...scope.query, metric, step } });
  const [line] = data?.lines ?? [];
  const compared = scope.compare !== 'none';
  const ofMoney = inMoney.includes(metric);
  const open = (point: number) => {
    const first = data?.steps[point];
    if (first) void navigate({ href: rowsOf(metric)({ ...scope, ...daysOfStep(first, step, scope) }) });
  };
  return (
    <Chart
      kind="line"
      title={t(`metric.${metric}`)}
      loading={!data}
      height={300}
      points={(data?.steps ?? []).map((first) => stepName(first, step, scope.days > 365))}
      series={[
        { name: t('series.now'), values: line?.values ?? [], tone: 'green' },
        ...(compared
          ? [{ name: t(`series.${scope.query.compare}`), values: line?.before ?? [], tone: 'grey' as const, dashed: true }]
          : []),
      ]}
      format={(value) => (ofMoney ? money(value) : number(value))}
      formatShort={(value) => (ofMoney ? money(value, undefined, { compact: true }) : number(value))}
      plain={(value) => (ofMoney ? value / 100 : value)}
      onPoint={open}
    />
  );
}

const rowsOf = (metric: Metric) => (metric === 'newBuyers' ? newBuyersBehind : metric === 'returned' ? returnsBehind : ordersBehind);
