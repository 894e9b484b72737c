/** Sales cut by what may explain them: channels, hours, places, delivery, payment, categories, sources (ANL-1, ANL-6). */
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { Fresh } from '../../ui/fresh.tsx';
import { Page } from '../../ui/page.tsx';
import { seenUpTo } from '../fresh-figures.ts';
import { ChannelChart } from './channel-chart.tsx';
import { HourMap } from './hour-map.tsx';
import { SalesSplit } from './sales-split.tsx';
import { useScope } from './scope.ts';
import { ScopeBar } from './scope-bar.tsx';

export function SalesPage() {
  const { t } = useTranslation('analytics');
  const scope = useScope();
  const { data } = useApi('GET /analytics/heatmap', { query: scope.query });
  return (
    <Page title={t('sales.title')} note={data && <Fresh asOf={seenUpTo(data.freshness)} />} actions={<ScopeBar scope={scope} />}>
      <ChannelChart scope={scope} />
      <SalesSplit scope={scope} />
      <HourMap scope={scope} />
    </Page>
  );
}
