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

type Module = Record<string, unknown>;

/** A screen inside the frame, for people who are signed in. */
const page = <Path extends string, M extends Module>(path: Path, load: () => Promise<M>, name: keyof M & string) =>
  createRoute({ getParentRoute: () => framed, path, component: lazyRouteComponent(load, name), errorComponent: Crash });

/** A screen before sign-in. */
const door = <Path extends string, M extends Module>(path: Path, load: () => Promise<M>, name: keyof M & string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name), beforeLoad: requireNobody });

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: menu[0]?.to ?? '/settings' });
  },
});

export const routes = root.addChildren([
  door('/welcome', () => import('./door/welcome/welcome-page.tsx'), 'WelcomePage'),
  door('/sign-in', () => import('./door/sign-in-page.tsx'), 'SignInPage'),
  door('/invitation', () => import('./door/invitation-page.tsx'), 'InvitationPage'),
  framed.addChildren([
    home,
    page('/start', () => import('./start/start-page.tsx'), 'StartPage'),
    page('/ui', () => import('../ui/showroom/showroom-page.tsx'), 'ShowroomPage'),
  ]),
]);
