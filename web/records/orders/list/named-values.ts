/** Names of the buyers and goods by which the address filters, so that a chip says who and not `12`. */
import { useQueries } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { cacheKey } from '../../../api-hooks.ts';
import type { ListState } from '../../../ui/data-list/list-state.ts';

const named = { customer: 'GET /customers/:id', product: 'GET /products/:id' } as const;

export function useNamedValues(state: ListState, filter: keyof typeof named): (id: string) => string | undefined {
  const key = named[filter];
  return useQueries({
    queries: (state.values(filter) ?? []).map((id) => ({
      queryKey: [...cacheKey(key, { params: { id } }), 'name'],
      queryFn: async () => {
        const found = await api(key, { params: { id } });
        return [id, ('name' in found && found.name) || id] as const;
      },
      staleTime: 300_000,
    })),
    combine: (answers) => {
      const names = new Map(answers.flatMap(({ data }) => (data ? [data] : [])));
      return (id: string) => names.get(id);
    },
  });
}
