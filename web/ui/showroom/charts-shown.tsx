/** The four charts, and one with nothing to show. */
import { useFormats } from '../../app/use-formats.ts';
import { Chart } from '../charts/chart.tsx';
import { Section } from '../section.tsx';
import { toastDone } from '../toast.tsx';
import style from './showroom.module.css';

const days = Array.from({ length: 30 }, (_, day) => `${String(day + 1).padStart(2, '0')}.11`);
const wave = (seed: number) =>
  days.map((_, day) => Math.round(4_000_000 + 1_800_000 * Math.sin(day / 3 + seed) + ((day * seed * 7919) % 900_000)));
const hours = Array.from({ length: 24 }, (_, hour) => String(hour));

export function ChartsShown() {
  const { money, number } = useFormats();
  const shared = {
    format: (value: number) => money(value),
    formatShort: (value: number) => money(value, undefined, { compact: true }),
    onPoint: (point: number, series: number) => toastDone(`${point} · ${series}`),
  };
  return (
    <Section title="chart">
      <div className={style.grid}>
        <Chart kind="line" title="Sales by day" points={days} series={[{ name: 'Sales', values: wave(1) }]} {...shared} />
        <Chart
          kind="line"
          title="Sales and the period before"
          points={days}
          series={[
            { name: 'This period', values: wave(1) },
            { name: 'Before', values: wave(2), tone: 'grey', dashed: true },
          ]}
          {...shared}
        />
        <Chart
          kind="stacked"
          title="Sales by channel"
          points={days}
          series={['Ozon', 'Wildberries', 'Web shop'].map((name, index) => ({ name, values: wave(index + 1) }))}
          {...shared}
        />
        <Chart
          kind="bar"
          lying
          title="Returns by product"
          points={['Кружка', 'Плед шерстяной', 'Чайник']}
          series={[{ name: 'Returns', values: [42, 31, 7], tone: 'red' }]}
          format={(value) => number(value)}
        />
        <Chart
          kind="heatmap"
          title="Orders by hour"
          points={hours}
          series={['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'].map((name, day) => ({
            name,
            values: hours.map((_, hour) => (hour * (day + 3) * 7) % 40),
          }))}
          format={(value) => number(value)}
        />
        <Chart kind="line" title="No data" points={days} series={[{ name: 'Sales', values: days.map(() => null) }]} {...shared} />
      </div>
    </Section>
  );
}
