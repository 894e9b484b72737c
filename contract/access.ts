/** Who may do what: six roles made of permissions. API keys carry permissions directly (their scopes). */

export const permissions = [
  'customers.read',
  'customers.write',
  'customers.merge',
  'orders.read',
  'orders.write',
  'catalog.read',
  'catalog.write',
  'events.write',
  'analytics.read',
  'import.run',
  'export.run',
  'settings.read',
  'settings.write',
  'team.write',
  'keys.write',
  'audit.read',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = ['owner', 'manager', 'marketer', 'operator', 'analyst', 'read-only'] as const;

export type Role = (typeof roles)[number];

const reading: Permission[] = ['customers.read', 'orders.read', 'catalog.read', 'analytics.read', 'settings.read'];

/** Each role's permissions; the owner's list is complete by definition. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  owner: permissions,
  manager: permissions.filter((p) => p !== 'team.write' && p !== 'keys.write'),
  marketer: [...reading, 'customers.write', 'events.write', 'export.run'],
  operator: [...reading, 'customers.write', 'orders.write'],
  analyst: [...reading, 'export.run', 'audit.read'],
  'read-only': reading,
};
