/** Every screen and its address, once. A page is loaded when it is first opened. */
import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Crash } from './frame/crash.tsx';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { requireNobody, requirePerson } from './guards.ts';
import { menu } from './menu.ts';
import type { Search } from './search-address.ts';

const root = createRootRoute({
  validateSearch: (search): Search => search as Search,
  notFoundComponent: NotFound,
  errorComponent: Crash,
});

const framed = createRoute({ getParentRoute: () => root, id: 'framed', beforeLoad: requirePerson, component: Frame });

/** A screen inside the frame, for people who are signed in. */
const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => framed, path, component, errorComponent: Crash });

/** A screen before sign-in. */
const door = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component, beforeLoad: requireNobody });

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: menu[0]?.to ?? '/settings' });
  },
});

export const routes = root.addChildren([
  door(
    '/sign-in',
    lazyRouteComponent(() => import('./door/sign-in-page.tsx'), 'SignInPage'),
  ),
  framed.addChildren([
    home,
    page(
      '/ui',
      lazyRouteComponent(() => import('../ui/showroom/showroom-page.tsx'), 'ShowroomPage'),
    ),
  ]),
]);
