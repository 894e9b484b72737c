/** The picked goods day by day: ordered units, cart additions, share of returns (ANL-2). A point opens the orders behind it. */
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { cacheKey } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import { useFormats } from '../../app/use-formats.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import type { Series } from '../../ui/charts/chart-types.ts';
import { Section } from '../../ui/section.tsx';
import { ordersBehind } from '../rows-behind.ts';
import style from './analytics.module.css';
import type { Goods, Picked } from './goods-choice.ts';
import { goodsTones, PickedGoods } from './picked-goods.tsx';
import { returnRates, returnWindow } from './return-rates.ts';
import type { Scope } from './scope.ts';
import { stepName } from './steps.ts';

type Days = AnswerOf<'GET /analytics/products/:id/days'>;

interface GoodsChartsProps {
  scope: Scope;
  picked: Picked;
}

export function GoodsCharts({ scope, picked }: GoodsChartsProps) {
  const { goods } = picked;
  const { t } = useTranslation('analytics');
  const { number, percent } = useFormats();
  const navigate = useNavigate();
  const { category: _, ...query } = scope.query;
  const answers = useQueries({
    queries: goods.map(({ productId }) => {
      const sending = { params: { id: productId }, query };
      return {
        queryKey: cacheKey('GET /analytics/products/:id/days', sending),
        queryFn: ({ signal }: { signal: AbortSignal }) => api('GET /analytics/products/:id/days', { ...sending, signal }),
      };
    }),
  });
  const days = answers.find(({ data }) => data)?.data?.days ?? [];
  const names = namesOf(goods);
  const lines = (pick: (found: Days) => readonly (number | null)[]): Series[] =>
    answers.map(({ data }, index) => ({ name: names[index] ?? '', tone: goodsTones[index], values: data ? pick(data) : [] }));
  const shared = {
    kind: 'line' as const,
    height: 220,
    withoutLegend: true,
    loading: answers.some(({ isPending }) => isPending),
    points: days.map((day) => stepName(day, 'day', scope.days > 365)),
    onPoint(point: number, series: number) {
      const [day, product] = [days[point], goods[series]?.productId];
      if (day && product)
        void navigate({ href: ordersBehind({ ...scope, from: day, to: day, category: undefined }, { product: String(product) }) });
    },
  };
  if (goods.length === 0)
    return (
      <Section plate>
        <p className={style.hint}>{t('goods.nonePicked')}</p>
      </Section>
    );
  return (
    <Section plate>
      <PickedGoods names={names} picked={picked} />
      <div className={style.charts}>
        <Chart {...shared} title={t('goods.unitsByDay')} series={lines(({ units }) => units)} format={(value) => number(value)} />
        <Chart {...shared} title={t('goods.cartsByDay')} series={lines(({ carts }) => carts ?? [])} format={(value) => number(value)} />
        <Chart
          {...shared}
          title={t('goods.returnsByDay', { days: returnWindow })}
          series={lines(({ units, returnedUnits }) => returnRates(units, returnedUnits))}
          format={(value) => percent(value)}
        />
      </div>
    </Section>
  );
}

/** Two goods of one name are told apart by their article. */
function namesOf(goods: readonly Goods[]): string[] {
  const alike = (name: string) => goods.filter((one) => one.name === name).length > 1;
  return goods.map(({ name, sku, productId }) => (alike(name) ? `${name} · ${sku || productId}` : name));
}
