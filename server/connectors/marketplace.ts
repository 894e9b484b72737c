/**
 * Port: what any marketplace or shop platform can do for us. A connector is one folder that implements it for one service: `index.ts` (this
 * port), `client.ts` (calls), `translate.ts` (pure: their answers to our records), `fixtures/`. It knows nothing of our tables, keeps no
 * state, opens no connection of its own and never waits: budgets, retries, cursors and schedules belong to whoever runs it (`intake/`).
 */
import type { CanonicalRecord, RecordKind } from '../../contract/records.ts';

export interface Marketplace {
  manifest: MarketplaceManifest;
  /** Called once after a person entered the settings, and again by "Test". Reads only, and says in codes what is missing. */
  check(link: Link): Promise<CheckResult>;
  /** One reader for each kind of record the service can tell. Leave out what it cannot: an absent reader is shown as "not available". */
  pull: Partial<Record<RecordKind, Reader>>;
  /** Leave out where the service counts nothing; then reconciliation compares what `pull` reads again. */
  tally?(link: Link, day: string): Promise<readonly Tally[]>;
  /** Leave out where the service calls nobody. Polling goes on all the same, because pushes get lost. */
  react?(push: Push, link: Link): Promise<Reaction>;
  /** What can be written back; leave out what cannot. */
  answer: Partial<{ [Kind in Answer['kind']]: Answerer<Extract<Answer, { kind: Kind }>> }>;
}

export interface MarketplaceManifest {
  /** Also the folder: `ozon`. */
  key: string;
  name: string;
  /** The version of the service's API that this connector was written against; shown, and compared with known switch-off dates. */
  apiVersion: string;
  /** What a person fills in, in this order. `secret` ones are sealed and never shown again. */
  settings: readonly { key: string; secret: boolean; pattern?: RegExp }[];
  /** Limits as data, by the name that calls quote in `Request.budget`. */
  budgets: Readonly<Record<string, { requests: number; perSeconds: number; burst?: number }>>;
  /** What a buyer is known by, so that nobody promises a mailing to people without an address. */
  identity: 'none' | 'pseudonym' | 'contacts';
}

/** A connection as a connector sees it: the settings, opened, and the only way out. */
export interface Link {
  settings: Readonly<Record<string, string>>;
  /**
   * The only outbound transport (fact F4): it spends the named budget, waits for Retry-After, and journals the call without secrets.
   * @throws on a timeout, a refused connection, or a status of 500 and above after all retries; other statuses are answers
   */
  request(request: Request): Promise<{ status: number; body: unknown }>;
}

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  budget: string;
  /** `person` when somebody waits at a screen: served before `background` work, also in a storm of 429. */
  urgency: 'person' | 'background';
}

export interface CheckResult {
  /** The shop's name in its own cabinet, so that a person sees that the key is the right one. */
  account: string;
  /** By kind of record: readable now, or the code of the right or paid plan that is missing. */
  access: Partial<Record<RecordKind, 'open' | { missing: string }>>;
  /** When the key ends, ISO 8601. */
  expiresAt?: string;
}

/**
 * Reads one page after the cursor. Called again and again, by poll and by backfill, perhaps twice for one page after a crash: it must read
 * the same or newer, never skip. Choose a cursor by the service's own order of change, never by our clock.
 */
export type Reader = (link: Link, from: PageStart) => Promise<Page>;

export interface PageStart {
  /** From the page before; null for the first page. */
  cursor: string | null;
  /** Nothing changed before this moment is wanted, ISO 8601; backfill moves it into the past. */
  since: string;
  urgency: Request['urgency'];
}

export interface Page {
  records: CanonicalRecord[];
  /** Stored in the same transaction as the records. */
  cursor: string;
  /** False: that was all for now, come back at the next poll with this cursor. */
  more: boolean;
  /** What could not be translated: kept, shown, read again after an update of the connector; never silently dropped. */
  unread?: readonly { raw: unknown; reason: string }[];
}

/** The service's own count and sum of one status on one day, against which ours are held. */
export interface Tally {
  kind: RecordKind;
  status: string;
  count: number;
  /** Minor units, where the service says it. */
  total?: number;
}

/** A webhook as it arrived. */
export interface Push {
  headers: Readonly<Record<string, string>>;
  /** The bytes themselves, because signatures are made of them. */
  body: Buffer;
  /** Address of the sender. */
  sender: string;
}

export interface Reaction {
  /** False: not from the service; refused and counted. */
  genuine: boolean;
  /** Sent back at once, within the service's own patience. */
  reply: { status: number; body: unknown };
  /** Trusted contents. Where pushes are not signed, leave empty and name what to read again. */
  records: CanonicalRecord[];
  readAgain: readonly { kind: RecordKind; externalId: string }[];
}

/** What is written back. `key` is the same for every try, so that a service which takes keys does it once. */
export type Answer =
  | { kind: 'status'; key: string; orderExternalId: string; status: string }
  | { kind: 'stock'; key: string; levels: readonly { productExternalId: string; warehouse: string; quantity: number }[] }
  | { kind: 'price'; key: string; prices: readonly { productExternalId: string; price: number; oldPrice?: number; currency: string }[] }
  | { kind: 'review-reply'; key: string; reviewExternalId: string; text: string }
  | { kind: 'question-reply'; key: string; questionExternalId: string; text: string }
  | { kind: 'chat-message'; key: string; chatExternalId: string; text: string }
  | { kind: 'return-decision'; key: string; returnExternalId: string; accepted: boolean; comment?: string };

/**
 * `confirmed`: done. `pending`: taken, and to be seen in a later pull. `refused`: never try again, show the reason.
 * A thrown error means that nothing is known: it is read again before another try.
 */
export type Answerer<A extends Answer> = (
  link: Link,
  answer: A,
) => Promise<{ state: 'confirmed' | 'pending' } | { state: 'refused'; reason: string }>;
