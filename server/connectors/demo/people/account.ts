/** What the web shop knows of a person who opened an account, with the mistakes people make in forms. */
import type { CustomerRecord, PersonFields } from '../../../../contract/records.ts';
import { iso } from '../calendar/calendar.ts';
import type { World } from '../world.ts';
import { mistypeEmail, writePhone } from './dirt.ts';
import { birthDateOf, describePerson, dirtOf, emailOf, type Person, phoneOf, placeOf, writeName } from './person.ts';

export function accountId(account: number): string {
  return `c${account}`;
}

/** Contacts as typed into a form. @param again the second account of somebody who forgot the first one */
export function contactsOf(world: World, id: number, person: Person, again = false): PersonFields {
  const email = again ? emailOf(world, id + 500_009, person) : mistypeEmail(emailOf(world, id, person), dirtOf(world, id, 1));
  return {
    name: writeName(world, again ? id + 1 : id, person),
    email,
    phone: writePhone(phoneOf(world, id), dirtOf(world, id, again ? 3 : 2)),
  };
}

export function describeAccount(world: World, id: number, account: number, at: number, source: string, again: boolean): CustomerRecord {
  const person = describePerson(world, id);
  const birthDate = birthDateOf(world, id);
  const tags = tagsOf(world, id);
  return {
    kind: 'customer',
    externalId: accountId(account),
    ...contactsOf(world, id, person, again),
    ...(dirtOf(world, id, 4) < 0.7 ? { sex: person.female ? 'female' : 'male' } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(dirtOf(world, id, 5) < 0.9 ? placeOf(world, person) : {}),
    ...(tags.length > 0 ? { tags } : {}),
    acquiredFrom: source,
    registeredAt: iso(at),
    changedAt: iso(at),
  };
}

function tagsOf(world: World, id: number): string[] {
  const { tags } = world.words;
  const chance = dirtOf(world, id, 6);
  if (chance < 0.01) return [tags.vip];
  if (chance < 0.06) return [tags.gift];
  if (chance < 0.11) return [tags.promo];
  return chance < 0.13 ? [tags.call] : [];
}

/** One shopper in six never opens an account. */
export function isGuest(world: World, id: number): boolean {
  return dirtOf(world, id, 7) < 0.17;
}

/** One in eighty forgets the account and opens a second one. */
export function forgetsAccount(world: World, id: number): boolean {
  return dirtOf(world, id, 8) < 0.0125;
}

/** One shopper in twelve also buys on the first marketplace, under the same name. */
export function alsoBuysElsewhere(world: World, id: number): boolean {
  return dirtOf(world, id, 9) < 0.08;
}
