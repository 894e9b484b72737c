/** The router value and its registration, so that every link in the house is checked against the routes that exist. */
import { createRouter } from '@tanstack/react-router';
import { routes } from './routes.tsx';
import { parseSearch, writeSearch } from './search-address.ts';

export const router = createRouter({
  routeTree: routes,
  parseSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
