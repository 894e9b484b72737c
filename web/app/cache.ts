/** One cache of server answers for the whole screen; also read by route guards before anything is drawn. */
import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api.ts';

// A refusal will be refused again; only a server that did not answer is worth asking twice.
const worthRetrying = (failures: number, error: unknown) =>
  failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

export const cache = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 15_000, gcTime: 10 * 60_000, refetchOnWindowFocus: true },
  },
});
