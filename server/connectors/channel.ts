/**
 * Port: what any message channel can do for us: e-mail, SMS, push, messengers, the chats of marketplaces. A connector is one folder that
 * implements it for one service. It only carries: consent, caps, quiet hours, templates and the ledger are settled before (`delivery/`).
 */

export interface MessageChannel {
  manifest: ChannelManifest;
  /** Called by the test button and by the health light. Sends nothing to anybody. */
  check(settings: ChannelSettings): Promise<{ ready: true; sender: string } | { ready: false; reason: string }>;
  /** Called while a campaign is prepared, where messages cost by the part. Leave out where they cost nothing. */
  price?(message: Outgoing, settings: ChannelSettings): { parts: number; amount: number; currency: string };
  /**
   * Called with at most `manifest.batch` messages, each already claimed for this one try. Answers with one outcome for each, in the same
   * order: a bad recipient is an outcome, never an exception. Throw only when nothing is known of any of them; then all are in doubt,
   * shown to a person, and tried again only where `manifest.repeatable`.
   */
  send(messages: readonly Outgoing[], settings: ChannelSettings): Promise<readonly Outcome[]>;
  /** Called with whatever the service tells afterwards: a webhook's bytes, a mail from the bounce box. Nothing recognised: an empty list. */
  report(told: Told, settings: ChannelSettings): Promise<readonly Report[]>;
}

export type ChannelSettings = Readonly<Record<string, string>>;

export interface ChannelManifest {
  /** Also the folder: `email`. */
  key: string;
  name: string;
  /** What a message is addressed to. Choose `chat` where only an open conversation can be answered. */
  address: 'email' | 'phone' | 'subscription' | 'account' | 'chat';
  /** What the body may be. Choose `plain` where links and contacts are punished (fact F5): templates are then checked for them. */
  body: 'html' | 'text' | 'plain';
  settings: readonly { key: string; secret: boolean }[];
  batch: number;
  perSecond: number;
  /** True only where the service drops a second message with the same `key`. */
  repeatable: boolean;
  /** Until when an address may be written to after the person's last word, in hours; absent where there is no such window (fact F2). */
  windowHours?: number;
}

export interface Outgoing {
  /** The same for every try of one message to one person. */
  key: string;
  to: string;
  subject?: string;
  body: string;
  /** For readers without HTML. */
  text?: string;
  /** Nobody else's: the token of one person and one message. */
  unsubscribeUrl?: string;
  /** Service mail overtakes marketing in the service's own queue, where it has one. */
  priority: 'service' | 'marketing';
}

/** `sent`: taken by the service. `refused`: never try this address again. `later`: not now, and when. */
export type Outcome =
  | { state: 'sent'; externalId: string }
  | { state: 'refused'; reason: 'no-such-address' | 'blocked' | 'content' | 'other'; detail: string }
  | { state: 'later'; seconds: number };

export interface Told {
  headers: Readonly<Record<string, string>>;
  /** As it arrived, because signatures are made of the bytes. */
  body: Buffer;
}

export interface Report {
  /** `Outcome.externalId` or `Outgoing.key`, whichever the service quotes. */
  message: string;
  event: 'delivered' | 'bounced' | 'complained' | 'opened' | 'clicked' | 'unsubscribed' | 'replied';
  /** ISO 8601. */
  at: string;
  /** For `bounced`: true when the address is dead, false when its box is full or its server rests. */
  permanent?: boolean;
  /** For `clicked` the link, for `replied` the text. */
  detail?: string;
}
