/** Where the search looks besides screens. A room adds its own source here: a question to its list with a few rows. */
import type { Icon } from '@tabler/icons-react';
import { IconBasket, IconPackage, IconUsers } from '@tabler/icons-react';
import type { Permission } from '../../contract/access.ts';
import { findProducts } from '../records/catalog/find-products.ts';
import { findCustomers } from '../records/customers/find-customers.ts';
import { findOrders } from '../records/orders/find-orders.ts';
import type { Found } from './found.ts';

export interface SearchSource {
  /** Words are `app:search.<key>`. */
  key: string;
  icon: Icon;
  may: Permission;
  find(text: string, signal: AbortSignal): Promise<Found[]>;
}

export const searchSources: readonly SearchSource[] = [
  { key: 'customers', icon: IconUsers, may: 'customers.read', find: findCustomers },
  { key: 'orders', icon: IconBasket, may: 'orders.read', find: findOrders },
  { key: 'products', icon: IconPackage, may: 'catalog.read', find: findProducts },
];
