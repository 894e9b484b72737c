/** What an order tells of its buyer, which differs from channel to channel (facts F1 to F4 of the requirements). */
import type { OrderRecord } from '../../../../contract/records.ts';
import type { Reveals } from '../channels/channel.ts';
import { accountId, contactsOf } from '../people/account.ts';
import { buyerNumberOf, emailOf, type Person, phoneOf, placeOf } from '../people/person.ts';
import type { World } from '../world.ts';

export type Buyer = OrderRecord['buyer'];

export interface Identity {
  id: number;
  person: Person;
  /** In the web shop; 0 for a guest. */
  account: number;
  /** Bought under a second account. */
  again: boolean;
}

/**
 * @param nth which order of the buyer it is: the marketplace gives a new substitute phone for each
 */
export function revealBuyer(world: World, reveals: Reveals, identity: Identity, nth: number): Buyer {
  const { id, person, account, again } = identity;
  if (reveals === 'nothing') return undefined;
  if (reveals === 'account') {
    const contacts = contactsOf(world, id, person, again);
    return account > 0
      ? { externalId: accountId(account), ...contacts, ...placeOf(world, person) }
      : { ...contacts, ...placeOf(world, person) };
  }
  const key = { externalId: String(buyerNumberOf(world, id)), ...placeOf(world, person) };
  if (reveals === 'pseudonym') return key;
  const named = { ...key, name: `${person.last} ${person.first}` };
  if (reveals === 'name') return named;
  if (reveals === 'parcel') return { ...named, phone: phoneOf(world, id * 31 + nth), phoneIsTemporary: true };
  return { ...named, phone: phoneOf(world, id), ...(id % 3 === 0 ? { email: emailOf(world, id, person) } : {}) };
}
