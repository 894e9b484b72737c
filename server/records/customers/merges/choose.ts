/** Which of two records keeps its id (CUS-3): whoever is better known, and of two equally known ones the older. */
import type { HeldCustomer } from './store.ts';

/** A mailbox or a phone of their own names a person; an account or a bare name only tells one buyer from another. */
export function isIdentified({ profile }: Pick<HeldCustomer, 'profile'>): boolean {
  return profile.email !== undefined || (profile.phone !== undefined && profile.phone_is_temporary !== true);
}

const rank = (customer: HeldCustomer) =>
  isIdentified(customer) ? 2 : customer.account !== null || customer.profile.name !== undefined ? 1 : 0;

export function chooseKept(a: HeldCustomer, b: HeldCustomer): { kept: HeldCustomer; gone: HeldCustomer } {
  const order = rank(b) - rank(a) || a.knownSince.getTime() - b.knownSince.getTime() || a.id - b.id;
  return order <= 0 ? { kept: a, gone: b } : { kept: b, gone: a };
}
