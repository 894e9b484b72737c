/** Rows of a cut with the names people know them by and the orders behind each. */
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import type { Search } from '../../app/search-address.ts';
import { useChannels } from '../../records/channels/channels.ts';
import { ordersBehind } from '../rows-behind.ts';
import type { Scope } from './scope.ts';

export const splits = ['region', 'category', 'channel', 'delivery', 'payment', 'source'] as const;
export type SplitBy = (typeof splits)[number];

type Answered = AnswerOf<'GET /analytics/split'>['rows'][number];

export interface SplitRow extends Answered {
  name: string;
  /** Null where the source does not tell: no filter finds what is absent. */
  to: string | null;
}

/** The filter of the order list that means the same. */
const filters: Record<Exclude<SplitBy, 'channel' | 'category'>, string> = {
  region: 'region',
  delivery: 'deliveryMethod',
  payment: 'paymentMethod',
  source: 'acquiredFrom',
};

export function useSplitRows(scope: Scope, by: SplitBy, rows: readonly Answered[]): SplitRow[] {
  const { t } = useTranslation('analytics');
  const { nameOf } = useChannels();
  const { data: categories = [] } = useApi('GET /categories', {}, { freshFor: 60_000, enabled: by === 'category' });
  const filterOf = (key: string): Search | null => {
    if (by === 'channel') return { channel: key };
    if (by !== 'category') return { [filters[by]]: key };
    const found = categories.find(({ path }) => path === key);
    return found ? { category: String(found.id) } : null;
  };
  return rows.map((row) => {
    const filter = row.key === '' ? null : filterOf(row.key);
    const name = row.key === '' ? t('split.unknown') : by === 'channel' ? (nameOf(Number(row.key)) ?? row.key) : row.key;
    return { ...row, name, to: filter && ordersBehind(scope, filter) };
  });
}
