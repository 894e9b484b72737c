/** The key figures of a period, each with its definition, its change and the rows behind it, and a chart of any of them (ANL-1). */
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { Fresh } from '../../ui/fresh.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { seenUpTo } from '../fresh-figures.ts';
import style from './analytics.module.css';
import { figuresBehind, fiveKpis, KpiTile } from './kpi-tile.tsx';
import { MetricChart } from './metric-chart.tsx';
import { useScope } from './scope.ts';
import { ScopeBar } from './scope-bar.tsx';

export function KpiPage() {
  const { t } = useTranslation('analytics');
  const scope = useScope();
  const { data, error, refetch } = useApi('GET /analytics/kpi', { query: scope.query }, { every: 60_000 });
  return (
    <Page title={t('kpi.title')} note={data && <Fresh asOf={seenUpTo(data.freshness)} />} actions={<ScopeBar scope={scope} />}>
      {error && !data ? (
        <ProblemNote problem={error} onRetry={refetch} />
      ) : (
        <>
          <div className={style.kpis}>
            {fiveKpis.map((name) => (
              <KpiTile key={name} name={name} scope={scope} kpis={data} />
            ))}
          </div>
          <div className={style.more}>
            {figuresBehind.map((name) => (
              <KpiTile key={name} name={name} scope={scope} kpis={data} />
            ))}
          </div>
        </>
      )}
      <MetricChart scope={scope} />
    </Page>
  );
}
