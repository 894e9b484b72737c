/** Who gets to which screen: first visit to the wizard, strangers to the sign-in, people to their work. */
import { redirect } from '@tanstack/react-router';
import { api } from '../api.ts';
import { cacheKey } from '../api-hooks.ts';
import { cache } from './cache.ts';
import { switchLanguage } from './language.ts';
import type { MenuPage } from './menu.ts';
import { askSession, askWorkspace } from './session.ts';

interface Going {
  location: { pathname: string; href: string };
}

const askSetup = () => cache.ensureQueryData({ queryKey: cacheKey('GET /setup'), queryFn: () => api('GET /setup'), staleTime: 60_000 });

export async function requirePerson({ location }: Going): Promise<void> {
  const me = await askSession();
  if (me) {
    if (me.language !== document.documentElement.lang) await switchLanguage(me.language);
    await askWorkspace();
    return;
  }
  const { done } = await askSetup();
  if (!done) throw redirect({ href: '/welcome' });
  throw redirect({ href: location.pathname === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(location.href)}` });
}

/** An invitation is open to everyone, also to someone signed in as another. */
export async function requireNobody({ location }: Going): Promise<void> {
  if (location.pathname === '/invitation') return;
  if (await askSession()) throw redirect({ href: '/' });
  const { done } = await askSetup();
  const right = done ? '/sign-in' : '/welcome';
  if (!location.pathname.startsWith(right)) throw redirect({ href: right });
}

/** Address of the first of these pages that is open to the person signed in. */
export async function firstPage(pages: readonly MenuPage[]): Promise<string | undefined> {
  const me = await askSession();
  return pages.find(({ may }) => !may || me?.permissions.includes(may))?.to;
}
