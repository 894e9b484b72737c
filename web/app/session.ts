/** Who is signed in, what they may, and the company they work in. */
import { useQuery } from '@tanstack/react-query';
import type { Permission } from '../../contract/access.ts';
import { api } from '../api.ts';
import { cacheKey } from '../api-hooks.ts';
import type { AnswerOf } from '../api-types.ts';
import { cache } from './cache.ts';
import type { Language } from './language.ts';
import { switchLanguage } from './language.ts';

export type Me = NonNullable<AnswerOf<'GET /session'>>;
export type Workspace = AnswerOf<'GET /workspace'>;

const sessionKey = cacheKey('GET /session');
const workspaceKey = cacheKey('GET /workspace');

const sessionQuery = { queryKey: sessionKey, queryFn: () => api('GET /session'), staleTime: 5 * 60_000 };
const workspaceQuery = { queryKey: workspaceKey, queryFn: () => api('GET /workspace'), staleTime: 5 * 60_000 };

/** Asked by guards; answered from the cache after the first time. */
export const askSession = (): Promise<Me | null> => cache.ensureQueryData(sessionQuery);
export const askWorkspace = (): Promise<Workspace> => cache.ensureQueryData(workspaceQuery);

/** The person signed in. Only for screens behind the sign-in. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('No one is signed in');
  return data;
}

export function useWorkspace(): Workspace | undefined {
  const { data: me } = useQuery(sessionQuery);
  return useQuery({ ...workspaceQuery, enabled: Boolean(me) }).data;
}

/** Whether the person may; screens hide what they may not. */
export function useMay(): (permission: Permission) => boolean {
  const { data } = useQuery(sessionQuery);
  return (permission) => data?.permissions.includes(permission) ?? false;
}

/** Takes the person just signed in; their language becomes the screen's. */
export async function welcome(me: Me): Promise<void> {
  cache.setQueryData(sessionKey, me);
  await switchLanguage(me.language);
}

export const keepMe = (me: Me): void => void cache.setQueryData(sessionKey, me);

/** Signs out and forgets everything that was on the screens. */
export async function leave(): Promise<void> {
  await api('DELETE /session');
  cache.clear();
}

/** The language for everyone, remembered with the person where there is one. */
export async function chooseLanguage(language: Language): Promise<void> {
  await switchLanguage(language);
  if (cache.getQueryData<Me | null>(sessionKey)) keepMe(await api('PATCH /me', { body: { language } }));
  // Names that the server puts into words come again in the new language.
  await cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
}
