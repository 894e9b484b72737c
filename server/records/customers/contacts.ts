/** What a record says about its buyer, and the keys in it that recognise somebody. */
import type { PersonFields } from '../../../contract/records.ts';
import { normalizeEmail, normalizePhone } from '../../models/contacts.ts';

export type IdentityKind = 'account' | 'email' | 'phone' | 'visitor';

/** What a record says about its buyer. */
export interface BuyerRef extends PersonFields {
  externalId?: string;
  acquiredFrom?: string;
  registeredAt?: string;
}

export interface Key {
  kind: IdentityKind;
  /** 0 for keys that mean the same on every channel. */
  channelId: number;
  value: string;
}

export interface Contacts {
  keys: Key[];
  email: string | null;
  phone: string | null;
  problems: string[];
}

/** Keys in order of strength: account, e-mail, phone. A marketplace's substitute number is shown but recognises nobody. */
export function contactsOf(ref: BuyerRef, channelId: number, homeCountry: string): Contacts {
  const email = ref.email ? normalizeEmail(ref.email) : null;
  const phone = ref.phone ? normalizePhone(ref.phone, homeCountry) : null;
  const keys: Key[] = [];
  if (ref.externalId) keys.push({ kind: 'account', channelId, value: ref.externalId });
  if (email) keys.push({ kind: 'email', channelId: 0, value: email });
  if (phone && !ref.phoneIsTemporary) keys.push({ kind: 'phone', channelId: 0, value: phone });
  const problems = [...(ref.email && !email ? ['bad_email'] : []), ...(ref.phone && !phone ? ['bad_phone'] : [])];
  return { keys, email: email ?? ref.email ?? null, phone: phone ?? ref.phone ?? null, problems };
}
