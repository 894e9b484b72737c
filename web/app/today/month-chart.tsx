/** Sales of 30 days over the 30 before; a day opens its orders. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ordersBehind } from '../../insight/rows-behind.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../use-formats.ts';
import type { Month } from './month.ts';

export function MonthChart({ month }: { month: Month | undefined }) {
  const { t } = useTranslation('today');
  const { money, date } = useFormats();
  const navigate = useNavigate();
  const open = (point: number) => {
    const day = month?.days[point];
    if (day) void navigate({ href: ordersBehind({ from: day, to: day }) });
  };
  return (
    <Section plate>
      <Chart
        kind="line"
        title={t('month.title')}
        loading={!month}
        points={(month?.days ?? []).map((day) => date(day).slice(0, 5))}
        series={[
          { name: t('month.now'), values: month?.values ?? [], tone: 'green' },
          { name: t('month.before'), values: month?.before ?? [], tone: 'grey', dashed: true },
        ]}
        format={(value) => money(value)}
        formatShort={(value) => money(value, undefined, { compact: true })}
        plain={(value) => value / 100}
        onPoint={open}
      />
    </Section>
  );
}
