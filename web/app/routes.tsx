/** Every screen and its address, once. A page is loaded when it is first opened. */
import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Crash, CrashAlone } from './frame/crash.tsx';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { firstPage, requireNobody, requirePerson } from './guards.ts';
import { menu } from './menu.ts';
import type { Search } from './search-address.ts';

const root = createRootRoute({
  validateSearch: (search): Search => search as Search,
  errorComponent: CrashAlone,
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
  beforeLoad: async () => {
    throw redirect({ href: (await firstPage(menu)) ?? '/settings' });
  },
});

const settingsPages = menu.find(({ key }) => key === 'settings')?.pages ?? [];

/** The first page of the settings that this person may open. */
const settings = createRoute({
  getParentRoute: () => framed,
  path: '/settings',
  beforeLoad: async () => {
    throw redirect({ href: (await firstPage(settingsPages)) ?? '/settings/account' });
  },
});

const figures = createRoute({
  getParentRoute: () => framed,
  path: '/analytics',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/analytics/kpi', search });
  },
});

export const routes = root.addChildren([
  door('/welcome', () => import('./door/welcome/welcome-page.tsx'), 'WelcomePage'),
  door('/sign-in', () => import('./door/sign-in-page.tsx'), 'SignInPage'),
  door('/invitation', () => import('./door/invitation-page.tsx'), 'InvitationPage'),
  framed.addChildren([
    home,
    page('/today', () => import('./today/today-page.tsx'), 'TodayPage'),
    page('/start', () => import('./start/start-page.tsx'), 'StartPage'),
    settings,
    page('/settings/company', () => import('../admin/workspace/company-page.tsx'), 'CompanyPage'),
    page('/settings/team', () => import('../admin/people/team-page.tsx'), 'TeamPage'),
    page('/settings/fields', () => import('../admin/fields/fields-page.tsx'), 'FieldsPage'),
    page('/settings/keys', () => import('../admin/keys/keys-page.tsx'), 'KeysPage'),
    page('/settings/audit', () => import('../admin/audit/audit-page.tsx'), 'AuditPage'),
    page('/customers', () => import('../records/customers/page.tsx'), 'CustomersPage'),
    page('/customers/quality', () => import('../records/customers/quality/quality-page.tsx'), 'QualityPage'),
    page('/customers/$id', () => import('../records/customers/card/customer-page.tsx'), 'CustomerPage'),
    page('/companies', () => import('../records/companies/page.tsx'), 'CompaniesPage'),
    page('/import', () => import('../intake/imports/imports-page.tsx'), 'ImportsPage'),
    page('/import/$id', () => import('../intake/imports/import-page.tsx'), 'ImportPage'),
    page('/settings/account', () => import('../admin/people/account-page.tsx'), 'AccountPage'),
    page('/settings/appearance', () => import('./appearance-page.tsx'), 'AppearancePage'),
    createRoute({ getParentRoute: () => framed, path: '$', component: NotFound }),
    page('/orders', () => import('../records/orders/page.tsx'), 'OrdersPage'),
    page('/orders/$id', () => import('../records/orders/card/order-page.tsx'), 'OrderPage'),
    page('/products', () => import('../records/catalog/page.tsx'), 'ProductsPage'),
    page('/products/unknown', () => import('../records/catalog/unknown-page.tsx'), 'UnknownProductsPage'),
    page('/products/$id', () => import('../records/catalog/card/product-page.tsx'), 'ProductPage'),
    page('/stock', () => import('../records/stock/page.tsx'), 'StockPage'),
    page('/settings/connections', () => import('../intake/connections/page.tsx'), 'ConnectionsPage'),
    page('/settings/statuses', () => import('../records/orders/statuses-page.tsx'), 'StatusesPage'),
    figures,
    page('/analytics/kpi', () => import('../insight/analytics/kpi-page.tsx'), 'KpiPage'),
    page('/analytics/sales', () => import('../insight/analytics/sales-page.tsx'), 'SalesPage'),
    page('/analytics/products', () => import('../insight/analytics/goods-page.tsx'), 'GoodsPage'),
    page('/ui', () => import('../ui/showroom/showroom-page.tsx'), 'ShowroomPage'),
  ]),
]);
