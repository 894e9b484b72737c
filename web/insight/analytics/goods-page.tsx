/** How goods sell, draw carts and come back: a table of a period, and day by day for those one picks (ANL-2). */
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import { Fresh } from '../../ui/fresh.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { seenUpTo } from '../fresh-figures.ts';
import { GoodsCharts } from './goods-charts.tsx';
import { mostPicked, sortOf, usePicked } from './goods-choice.ts';
import { GoodsTable } from './goods-table.tsx';
import { useScope } from './scope.ts';
import { ScopeBar } from './scope-bar.tsx';

const pageOfGoods = 50;
const mostGoods = 500;

export function GoodsPage() {
  const { t } = useTranslation('analytics');
  const scope = useScope();
  const limit = Math.min(Number(scope.one('rows')) || pageOfGoods, mostGoods);
  const { data, error, refetch } = useApi('GET /analytics/products', { query: { ...scope.query, sort: sortOf(scope), limit } });
  const picked = usePicked(scope, data?.rows ?? []);
  const more =
    data?.rows.length === limit && limit < mostGoods ? () => scope.set({ rows: String(Math.min(limit + 150, mostGoods)) }) : undefined;
  return (
    <Page
      title={t('goods.title')}
      note={data && <Fresh asOf={seenUpTo(data.freshness)} />}
      actions={<ScopeBar scope={scope} withoutCompare />}
    >
      {error && !data ? (
        <ProblemNote problem={error} onRetry={refetch} />
      ) : (
        <>
          <GoodsCharts scope={scope} picked={picked} />
          <GoodsTable scope={scope} rows={data?.rows} picked={picked} full={picked.goods.length >= mostPicked} onMore={more} />
        </>
      )}
    </Page>
  );
}
