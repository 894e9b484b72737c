/** How a product sells: its figures over 7, 30 and 90 days, and units day by day. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductCard } from '../../../../contract/catalog.ts';
import { useApi } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import { useFormats } from '../../../app/use-formats.ts';
import { Chart } from '../../../ui/charts/chart.tsx';
import { Definition } from '../../../ui/definition.tsx';
import { Go } from '../../../ui/go.tsx';
import { Money } from '../../../ui/money.tsx';
import { resolvePeriod, todayIn } from '../../../ui/period/period.ts';
import { PeriodPicker } from '../../../ui/period/period-picker.tsx';
import { Section } from '../../../ui/section.tsx';
import { SmallTable } from '../../../ui/small-table.tsx';

export function ProductSales({ product }: { product: ProductCard }) {
  const { t } = useTranslation('catalog');
  const { number, percent } = useFormats();
  const may = useMay();
  return (
    <>
      <Section title={t('card.sales')}>
        <SmallTable
          label={t('card.sales')}
          rows={product.sales}
          rowId={({ days }) => days}
          columns={[
            { key: 'days', title: t('sales.period'), cell: ({ days }) => t('sales.days', { count: days }) },
            {
              key: 'orders',
              title: t('sales.orders'),
              align: 'end',
              cell: ({ days, orders }) => <Go to={`/orders?product=${product.id}&placed=${days}d`}>{number(orders)}</Go>,
            },
            { key: 'units', title: t('sales.units'), align: 'end', cell: ({ units }) => number(units, 3) },
            { key: 'revenue', title: t('sales.revenue'), align: 'end', cell: ({ revenue }) => <Money amount={revenue} /> },
            {
              key: 'returns',
              title: <Definition says={t('sales.returnRateSays')}>{t('sales.returnRate')}</Definition>,
              align: 'end',
              cell: ({ returnRate }) => (returnRate === null ? '—' : percent(returnRate)),
            },
          ]}
        />
      </Section>
      {may('analytics.read') && <SalesByDay id={product.id} />}
    </>
  );
}

function SalesByDay({ id }: { id: number }) {
  const { t } = useTranslation('catalog');
  const { number, date, timeZone } = useFormats();
  const [words, setWords] = useState('30d');
  const period = resolvePeriod(words, todayIn(timeZone));
  const { data, isPending } = useApi(
    'GET /analytics/products/:id/days',
    { params: { id }, query: { from: period?.from ?? '', to: period?.to ?? '' } },
    { enabled: period !== null },
  );
  const returned = data?.returnedUnits.some((units) => units !== 0);
  return (
    <Section title={t('card.byDay')} aside={<PeriodPicker value={words} onChange={setWords} />}>
      <Chart
        kind="bar"
        title={t('sales.units')}
        height={200}
        loading={isPending}
        points={data?.days.map((day) => date(day)) ?? []}
        series={[
          { name: t('sales.units'), values: data?.units ?? [], tone: 'green' },
          ...(returned ? [{ name: t('sales.returnedUnits'), values: data?.returnedUnits ?? [], tone: 'red' as const }] : []),
        ]}
        format={(value) => number(value, 3)}
      />
    </Section>
  );
}
