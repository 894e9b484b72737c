/** The last file that came into each channel, among the newest imports. */
import { useMemo } from 'react';
import { useApi } from '../../api-hooks.ts';
import type { RowOf } from '../../api-types.ts';
import { useMay } from '../../app/session.ts';

type Run = RowOf<'GET /imports'>;

export function useLastImports(): (channelId: number) => Run | undefined {
  const may = useMay();
  const { data } = useApi('GET /imports', { query: { limit: 200 } }, { enabled: may('import.run') });
  const newest = useMemo(() => {
    const found = new Map<number, Run>();
    for (const run of data?.rows ?? []) {
      if (run.channelId !== null && run.startedAt !== null && !found.has(run.channelId)) found.set(run.channelId, run);
    }
    return found;
  }, [data]);
  return (channelId) => newest.get(channelId);
}
