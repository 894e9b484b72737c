/** The channels by id, for every screen that names where something was sold. */
import { useMemo } from 'react';
import { useApi } from '../../api-hooks.ts';

const fresh = 60_000;

export function useChannels() {
  const { data } = useApi('GET /channels', {}, { freshFor: fresh });
  return useMemo(() => {
    const byId = new Map((data ?? []).map((channel) => [channel.id, channel]));
    return {
      channels: data ?? [],
      /** Its name; null while channels are on their way. */
      nameOf: (id: number): string | null => byId.get(id)?.name ?? null,
    };
  }, [data]);
}
