/** Sales cut by what may explain them: channels, hours, places, delivery, payment, categories, sources (ANL-1, ANL-6). */
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { ChannelChart } from './channel-chart.tsx';
import { HourMap } from './hour-map.tsx';
import { SalesSplit } from './sales-split.tsx';
import { useScope } from './scope.ts';
import { ScopeBar } from './scope-bar.tsx';

export function SalesPage() {
  const { t } = useTranslation('analytics');
  const scope = useScope();
  return (
    <Page title={t('sales.title')} actions={<ScopeBar scope={scope} />}>
      <ChannelChart scope={scope} />
      <SalesSplit scope={scope} />
      <HourMap scope={scope} />
    </Page>
  );
}
