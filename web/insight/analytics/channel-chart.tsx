/** Sales step by step, channel upon channel; a bar opens the orders of its channel and days. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { useFormats } from '../../app/use-formats.ts';
import { useChannels } from '../../records/channels/channels.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { Section } from '../../ui/section.tsx';
import { ordersBehind } from '../rows-behind.ts';
import style from './analytics.module.css';
import { StepChoice, useStep } from './metric-chart.tsx';
import type { Scope } from './scope.ts';
import { daysOfStep, stepName } from './steps.ts';

export function ChannelChart({ scope }: { scope: Scope }) {
  const { t } = useTranslation('analytics');
  const { money } = useFormats();
  const { nameOf } = useChannels();
  const navigate = useNavigate();
  const step = useStep(scope);
  const { data } = useApi('GET /analytics/series', { query: { ...scope.query, metric: 'sales', by: 'channel', step } });
  const lines = (data?.lines ?? []).filter(({ values }) => values.some((value) => value !== 0));
  const open = (point: number, series: number) => {
    const first = data?.steps[point];
    const channel = lines[series]?.channelId;
    if (!first || !channel) return;
    void navigate({ href: ordersBehind({ ...scope, ...daysOfStep(first, step, scope), channels: [String(channel)] }) });
  };
  return (
    <Section plate>
      <div className={style.tools}>
        <StepChoice scope={scope} />
      </div>
      <Chart
        kind="stacked"
        title={t('sales.byChannel')}
        loading={!data}
        height={280}
        points={(data?.steps ?? []).map((first) => stepName(first, step, scope.days > 365))}
        series={lines.map(({ channelId, values }) => ({ name: nameOf(channelId ?? 0) ?? String(channelId), values }))}
        format={(value) => money(value)}
        formatShort={(value) => money(value, undefined, { compact: true })}
        plain={(value) => value / 100}
        onPoint={open}
      />
    </Section>
  );
}
