/** The contract as hooks: reading with a cache, paging lists, and sending with the lists behind it refreshed. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiProblem } from './api.ts';
import { api } from './api.ts';
import type { AnswerOf, Arguments, Key, ListKey, RowOf, Sending } from './api-types.ts';

export interface Reading<Answer = unknown> {
  /** False: do not ask yet. */
  enabled?: boolean;
  /** Milliseconds between repeated questions, or how to tell them from the last answer; absent means once. */
  every?: number | ((answer: Answer | undefined) => number);
  /** Milliseconds for which an answer counts as fresh. */
  freshFor?: number;
}

/** The cache key of an operation; its first word is the noun by which sending refreshes it. */
export const cacheKey = <K extends Key>(key: K, sending?: Partial<Sending<K>>) => {
  const { signal: _, ...asked } = (sending ?? {}) as { signal?: AbortSignal };
  return [nounOf(key), key, asked] as const;
};

const nounOf = (key: string) => key.split('/')[1]?.split('?')[0] ?? key;

/** Asks one operation and keeps the previous answer on screen while the next one travels. */
export function useApi<K extends Key>(key: K, sending: Sending<K>, reading: Reading<AnswerOf<K>> = {}) {
  const { every } = reading;
  return useQuery<AnswerOf<K>, ApiProblem>({
    queryKey: cacheKey(key, sending),
    queryFn: ({ signal }) => ask(key, { ...sending, signal }),
    enabled: reading.enabled,
    refetchInterval: typeof every === 'function' ? (query) => every(query.state.data) : every,
    staleTime: reading.freshFor,
    placeholderData: keepPreviousData,
  });
}

/** A list page by page; `rows` are all rows fetched so far. Typing cancels the question before. */
export function useList<K extends ListKey>(key: K, sending: Sending<K>, reading: Omit<Reading, 'every'> = {}) {
  const pages = useInfiniteQuery({
    queryKey: [...cacheKey(key, sending), 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...(sending as { query?: object }).query, cursor: pageParam };
      return (await ask(key, { ...sending, query, signal } as Sending<K>)) as ListPage<RowOf<K>>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ListPage<RowOf<K>>) => page.next ?? undefined,
    enabled: reading.enabled,
    staleTime: reading.freshFor,
    placeholderData: keepPreviousData,
  });
  return {
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    total: pages.data?.pages[0]?.total ?? null,
    loading: pages.isPending,
    refreshing: pages.isPlaceholderData,
    problem: pages.error as ApiProblem | null,
    more: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
    loadMore: pages.fetchNextPage,
    retry: pages.refetch,
  } satisfies ListAnswer<RowOf<K>>;
}

interface ListPage<Row> {
  rows: Row[];
  next: string | null;
  total: number | null;
}

/** What a data list shows; `useList` makes it, and any other source may. */
export interface ListAnswer<Row> {
  rows: Row[];
  total: number | null;
  loading: boolean;
  refreshing: boolean;
  problem: ApiProblem | null;
  more: boolean;
  loadingMore: boolean;
  loadMore(): unknown;
  retry(): unknown;
}

/** Sends one operation; afterwards everything of its own noun, and of the `touches` nouns, is asked again. */
export function useSend<K extends Key>(key: K, { touches = [] }: { touches?: readonly string[] } = {}) {
  const cache = useQueryClient();
  return useMutation<AnswerOf<K>, ApiProblem, Sending<K>>({
    mutationFn: (sending) => ask(key, sending),
    onSuccess: () =>
      Promise.all([nounOf(key), ...touches].map((noun) => cache.invalidateQueries({ queryKey: [noun] }))).then(() => undefined),
  });
}

const ask = <K extends Key>(key: K, sending: Sending<K>) => api(key, ...([sending] as unknown as Arguments<K>));
