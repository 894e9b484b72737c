/** HTTP of the figures. */
import { analytics as contract } from '../../../contract/analytics.ts';
import { serve } from '../../platform/room.ts';
import { readBuyerGroups } from './buyers.ts';
import { readKpis } from './kpi.ts';
import { readProductDays, readProducts } from './products.ts';
import { readSeries } from './series.ts';
import { readHeatmap, readSplit } from './splits.ts';
import { readTodayPage } from './today.ts';

export const routes = serve(contract, (platform) => ({
  'GET /analytics/kpi': ({ query }) => readKpis(platform, query),
  'GET /analytics/series': ({ query }) => readSeries(platform, query),
  'GET /analytics/products': ({ query }) => readProducts(platform, query),
  'GET /analytics/products/:id/days': ({ params, query }) => readProductDays(platform, params.id, query),
  'GET /analytics/heatmap': ({ query }) => readHeatmap(platform, query),
  'GET /analytics/split': ({ query }) => readSplit(platform, query),
  'GET /analytics/buyers': ({ query }) => readBuyerGroups(platform, query),
  'GET /today': () => readTodayPage(platform),
}));
