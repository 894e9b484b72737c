/** When people order: weekdays by hours, in the company's time zone. */
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { useFormats } from '../../app/use-formats.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { Section } from '../../ui/section.tsx';
import style from './analytics.module.css';
import type { Scope } from './scope.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const measures = ['orders', 'sales'] as const;

export function HourMap({ scope }: { scope: Scope }) {
  const { t } = useTranslation('analytics');
  const { money, number, weekday: nameOf } = useFormats();
  const { data } = useApi('GET /analytics/heatmap', { query: scope.query });
  const measure = measures.find((known) => known === scope.one('hours')) ?? 'orders';
  const found = new Map((data?.cells ?? []).map((cell) => [`${cell.weekday}.${cell.hour}`, cell[measure]]));
  const nothing = data?.cells.length === 0;
  return (
    <Section plate>
      <div className={style.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('hours.label')}
          data={measures.map((value) => ({ value, label: t(`metric.${value}`) }))}
          value={measure}
          onChange={(chosen) => scope.set({ hours: chosen })}
        />
      </div>
      <Chart
        kind="heatmap"
        title={t('hours.title')}
        loading={!data}
        points={hours.map((hour) => `${hour}`)}
        series={weekdays.map((weekday) => ({
          name: nameOf(weekday),
          values: hours.map((hour) => (nothing ? null : (found.get(`${weekday}.${hour}`) ?? 0))),
        }))}
        format={(value) => (measure === 'sales' ? money(value) : number(value))}
        plain={(value) => (measure === 'sales' ? value / 100 : value)}
      />
    </Section>
  );
}
