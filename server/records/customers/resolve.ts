/**
 * Decides whose each purchase is (CUS-2, CUS-3). A buyer is recognised by the channel's account, a mailbox or a phone; two people who
 * both have an account on one channel are never taken for one, but put on the list of possible duplicates.
 */
import type { Journal } from '../../platform/journal.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { takeIds } from '../../platform/postgres/ids.ts';
import { type BuyerRef, type Contacts, contactsOf, type IdentityKind, type Key } from './contacts.ts';
import { fillBlanks, type Told } from './fill-blanks.ts';
import { addCustomers, addIdentities, addSuspects, findIdentities, type NewCustomer, type NewIdentity } from './identity-store.ts';

export interface ResolvedBuyer {
  /** The record that recognised the buyer, as it is before merges. */
  buyerId: number;
  /** Whose it is now. */
  customerId: number;
}

const keyText = ({ kind, channelId, value }: Key) => `${kind} ${channelId} ${value}`;

/**
 * One answer for each reference, in order; null where nothing in it recognises anybody.
 * The caller holds the intake lock, so no other transaction adds identities meanwhile.
 */
export async function resolveBuyers(
  tx: Db,
  channelId: number,
  refs: readonly BuyerRef[],
  options: { homeCountry: string; journal: Journal },
): Promise<(ResolvedBuyer | null)[]> {
  const described = refs.map((ref) => ({ ref, contacts: contactsOf(ref, channelId, options.homeCountry) }));
  const known = await findIdentities(
    tx,
    described.flatMap(({ contacts }) => contacts.keys),
    channelId,
  );
  const people = new People(known, channelId);
  const ids = await takeIds(tx, 'customers.customers', people.countStrangers(described));
  const answers = described.map(({ ref, contacts }) => people.recognise(ref, contacts, () => ids.shift() as number));
  await addCustomers(tx, people.made);
  const made = people.made.map(({ id }) => id);
  options.journal.created('customer', made);
  await addIdentities(tx, people.identities, new Set(made), options.journal);
  await fillBlanks(tx, channelId, people.told, options.journal);
  await addSuspects(tx, people.suspects);
  return answers;
}

interface Known {
  buyerId: number;
  customerId: number;
}

/** The identities that a batch speaks of, those in the database and those it brings itself. */
class People {
  readonly made: NewCustomer[] = [];
  readonly identities: NewIdentity[] = [];
  readonly told: Told[] = [];
  readonly suspects: { firstId: number; secondId: number; reason: string }[] = [];
  private readonly byKey = new Map<string, Known>();
  /** Customers who have an account on this channel, with those accounts. */
  private readonly accounts = new Map<number, Set<string>>();
  private readonly channelId: number;

  constructor(known: Awaited<ReturnType<typeof findIdentities>>, channelId: number) {
    this.channelId = channelId;
    for (const row of known.identities) this.byKey.set(keyText(row), row);
    for (const row of known.accounts) this.noteAccount(row.customerId, row.value);
  }

  /** An upper bound of how many new customers a batch can bring. */
  countStrangers(described: readonly { contacts: Contacts }[]): number {
    return described.filter(
      ({ contacts }) => contacts.keys.length > 0 && !contacts.keys.some((key) => key.kind === 'account' && this.byKey.has(keyText(key))),
    ).length;
  }

  recognise(ref: BuyerRef, contacts: Contacts, newId: () => number): ResolvedBuyer | null {
    const [strongest] = contacts.keys;
    if (!strongest) return null;
    const found = this.match(ref, contacts);
    const known = found ?? this.makeCustomer(ref, contacts, newId());
    if (found) this.told.push({ id: found.customerId, ref, contacts });
    this.claimKeys(known, contacts);
    return { buyerId: known.buyerId, customerId: known.customerId };
  }

  private match(ref: BuyerRef, contacts: Contacts): Known | undefined {
    for (const key of contacts.keys) {
      const known = this.byKey.get(keyText(key));
      if (known && (key.kind === 'account' || this.mayBe(known, ref.externalId))) return known;
    }
    return undefined;
  }

  /** Someone with another account on this channel is another person, whatever the mailbox says. */
  private mayBe(known: Known, account: string | undefined): boolean {
    if (account === undefined) return true;
    const accounts = this.accounts.get(known.customerId);
    return !accounts || accounts.has(account);
  }

  private makeCustomer(ref: BuyerRef, contacts: Contacts, id: number): Known {
    this.made.push({ id, channelId: this.channelId, ref, contacts });
    return { buyerId: id, customerId: id };
  }

  private claimKeys(known: Known, contacts: Contacts): void {
    for (const key of contacts.keys) {
      const owner = this.byKey.get(keyText(key));
      if (owner && owner.customerId !== known.customerId) this.suspect(owner.customerId, known.customerId, `same_${key.kind}`);
      if (owner) continue;
      this.byKey.set(keyText(key), known);
      this.identities.push({ ...key, customerId: known.customerId, originalCustomerId: known.buyerId, reason: reasonOf(key.kind) });
      if (key.kind === 'account') this.noteAccount(known.customerId, key.value);
    }
  }

  private noteAccount(customerId: number, account: string): void {
    const accounts = this.accounts.get(customerId) ?? new Set();
    this.accounts.set(customerId, accounts.add(account));
  }

  private suspect(a: number, b: number, reason: string): void {
    this.suspects.push({ firstId: Math.min(a, b), secondId: Math.max(a, b), reason });
  }
}

const reasonOf = (kind: IdentityKind) =>
  ({ account: 'channel_account', email: 'named_in_order', phone: 'named_in_order', visitor: 'signed_in' })[kind];
