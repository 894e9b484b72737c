/** The left menu of requirements 5.2. A section appears when its first page is built; a page registers here with its address. */

import type { Icon } from '@tabler/icons-react';
import {
  IconBasket,
  IconBuildingStore,
  IconChartHistogram,
  IconFilter,
  IconMessages,
  IconPackage,
  IconSettings,
  IconSpeakerphone,
  IconUsers,
} from '@tabler/icons-react';
import type { Permission } from '../../contract/access.ts';

export interface MenuPage {
  /** Words are `app:menu.<key>`. */
  key: string;
  to: string;
  /** Hidden from people without it. */
  may?: Permission;
}

export interface MenuSection extends MenuPage {
  icon: Icon;
  /** Second key of the go-to shortcut: `g` then this. */
  shortcut: string;
  pages?: readonly MenuPage[];
}

/** All nine in their order; those whose page does not exist yet stay out of `menu`. */
const icons = {
  today: IconBuildingStore,
  orders: IconBasket,
  customers: IconUsers,
  inbox: IconMessages,
  leads: IconFilter,
  marketing: IconSpeakerphone,
  products: IconPackage,
  analytics: IconChartHistogram,
  settings: IconSettings,
};

export const menu: readonly MenuSection[] = [
  { key: 'today', to: '/today', icon: icons.today, shortcut: 't', may: 'analytics.read' },
  { key: 'orders', to: '/orders', icon: icons.orders, shortcut: 'o', may: 'orders.read' },
  {
    key: 'customers',
    to: '/customers',
    icon: icons.customers,
    shortcut: 'c',
    may: 'customers.read',
    pages: [
      { key: 'allCustomers', to: '/customers', may: 'customers.read' },
      { key: 'companies', to: '/companies', may: 'customers.read' },
      { key: 'duplicates', to: '/customers/quality', may: 'customers.read' },
    ],
  },
  {
    key: 'products',
    to: '/products',
    icon: icons.products,
    shortcut: 'p',
    may: 'catalog.read',
    pages: [
      { key: 'allProducts', to: '/products', may: 'catalog.read' },
      { key: 'stock', to: '/stock', may: 'catalog.read' },
    ],
  },
  {
    key: 'analytics',
    to: '/analytics',
    icon: icons.analytics,
    shortcut: 'a',
    may: 'analytics.read',
    pages: [
      { key: 'kpi', to: '/analytics/kpi', may: 'analytics.read' },
      { key: 'sales', to: '/analytics/sales', may: 'analytics.read' },
      { key: 'goodsFigures', to: '/analytics/products', may: 'analytics.read' },
    ],
  },
  {
    key: 'settings',
    to: '/settings',
    icon: icons.settings,
    shortcut: 's',
    pages: [
      { key: 'connections', to: '/settings/connections', may: 'orders.read' },
      { key: 'import', to: '/import', may: 'import.run' },
      { key: 'company', to: '/settings/company', may: 'settings.read' },
      { key: 'statuses', to: '/settings/statuses', may: 'orders.read' },
      { key: 'team', to: '/settings/team', may: 'settings.read' },
      { key: 'fields', to: '/settings/fields', may: 'settings.read' },
      { key: 'keys', to: '/settings/keys', may: 'keys.write' },
      { key: 'audit', to: '/settings/audit', may: 'audit.read' },
      { key: 'account', to: '/settings/account' },
      { key: 'appearance', to: '/settings/appearance' },
    ],
  },
];
