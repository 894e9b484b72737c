/** One visit to the web shop: events a minute or so apart, from one device, by a known or an unknown person. */
import type { EventRecord } from '../../../../contract/records.ts';
import type { Product } from '../assortment/products.ts';
import { iso } from '../calendar/calendar.ts';
import { shopChannel } from '../channels/channels.ts';
import type { Ledger } from '../ledger.ts';
import type { World } from '../world.ts';
import { describeTraffic } from './traffic.ts';

export interface Visitor {
  /** Of the device, from a cookie. */
  visitor: string;
  device: string;
  source: string;
  /** Of the account, where the visitor is signed in. */
  customer: string | null;
}

type Details = Omit<EventRecord, 'kind' | 'externalId' | 'at'>;

/** Numbers all events of a run. */
export interface EventCounter {
  next(): number;
}

export class Visit {
  at: number;
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #counter: EventCounter;
  readonly #visitor: Visitor;
  #customer: string | null;
  #opened = false;

  constructor(world: World, ledger: Ledger, counter: EventCounter, visitor: Visitor, at: number) {
    this.#world = world;
    this.#ledger = ledger;
    this.#counter = counter;
    this.#visitor = visitor;
    this.#customer = visitor.customer;
    this.at = at;
  }

  /** From here on the shop knows who it is. */
  signIn(customer: string | null): void {
    this.#customer ??= customer;
  }

  view(product: Product, seconds: number): void {
    this.#note({ type: 'view', productExternalId: this.#idOf(product), section: product.path[1], seconds });
    this.at += (seconds + 4) * 1_000;
  }

  enter(section: string | undefined): void {
    this.#note({ type: 'section_visit', section });
    this.at += 12_000;
  }

  search(query: string): void {
    this.#note({ type: 'search', query });
    this.at += 9_000;
  }

  touch(type: 'cart_add' | 'cart_remove' | 'favourite', product: Product, quantity = 1): void {
    const amount = quantity * this.#world.prices.regular(shopChannel, product.index, this.#day());
    this.#note({
      type,
      productExternalId: this.#idOf(product),
      ...(type === 'favourite' ? {} : { quantity, amount, currency: this.#world.country.currency }),
    });
    this.at += 7_000;
  }

  startCheckout(): void {
    this.#note({ type: 'checkout_start' });
    this.at += 60_000;
  }

  purchase(order: string, amount: number): void {
    this.#note({ type: 'purchase', amount, currency: this.#world.country.currency, properties: { order } });
  }

  #note(details: Details): void {
    const { visitor, device, source } = this.#visitor;
    const event: EventRecord = { kind: 'event', externalId: `e${this.#counter.next()}`, at: iso(this.at), visitor, device, ...details };
    if (this.#customer) event.customerExternalId = this.#customer;
    if (!this.#opened) event.properties = { ...describeTraffic(source), ...details.properties };
    this.#opened = true;
    this.#ledger.add(shopChannel, this.at, event);
  }

  #idOf(product: Product): string {
    return this.#world.channels[shopChannel]?.productId(product.index) ?? '';
  }

  #day(): number {
    return Math.max(0, Math.floor((this.at - this.#world.calendar.start) / 86_400_000));
  }
}
