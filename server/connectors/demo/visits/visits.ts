/** What people do on the site of the web shop: buyers before they buy, and the many who only look. */
import type { Product } from '../assortment/products.ts';
import { type Day, dayOf } from '../calendar/calendar.ts';
import { momentOf } from '../calendar/seasons.ts';
import type { Appetite } from '../demand/appetite.ts';
import type { Ledger } from '../ledger.ts';
import type { Identity } from '../orders/buyer.ts';
import type { Order } from '../orders/order.ts';
import { accountId } from '../people/account.ts';
import type { Population } from '../people/population.ts';
import { Random, scramble, unitOf } from '../random.ts';
import { streams, type World } from '../world.ts';
import { describeDevice } from './traffic.ts';
import { Visit, type Visitor } from './visit.ts';

/** Visits without an order on an average day at scale 1. */
const idleVisits = 205;
/** Unknown visitors who may still come back. */
const memory = 4_096;

export class Visits {
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #population: Population;
  readonly #random: Random;
  readonly #known: number[] = [];
  readonly #unknown = new Int32Array(memory);
  #strangers = 0;
  #events = 0;

  constructor(world: World, ledger: Ledger, population: Population) {
    this.#world = world;
    this.#ledger = ledger;
    this.#population = population;
    this.#random = new Random(world.seed, streams.visits);
  }

  /** A person with an account, who may drop in at any time from now on. */
  meet(person: number): void {
    if (this.#world.events) this.#known.push(person);
  }

  /** The visit that ends in an order: search, views, a cart, sometimes second thoughts, the checkout. */
  untilOrder({ record, purchase }: Order, { id, account }: Identity, appetite: Appetite): void {
    if (!this.#world.events) return;
    const random = this.#random;
    const { picks, at } = purchase;
    const customer = account > 0 ? accountId(account) : null;
    const visit = this.#open(
      this.#visitorOf(id, purchase.source ?? 'direct', random.chance(0.55) ? customer : null),
      this.#notBefore(at, at - random.whole(420, 2_400) * 1_000),
    );
    this.#arrive(visit, picks[0]?.product);
    for (const { product } of picks) visit.view(product, random.whole(15, 120));
    this.#lookAround(visit, appetite, random.further(0.6, 6));
    for (const { product, quantity } of picks) visit.touch('cart_add', product, quantity);
    visit.at = Math.max(visit.at, at - random.whole(70, 240) * 1_000);
    visit.signIn(customer);
    if (visit.at < at) visit.startCheckout();
    visit.at = at;
    visit.purchase(record.externalId, record.total ?? 0);
  }

  /** Comes for something that is not there. */
  inVain(person: number, missed: readonly Product[], at: number): void {
    if (!this.#world.events) return;
    const account = this.#population.accountOf(person);
    const customer = account > 0 ? accountId(account) : null;
    const visit = this.#open(
      this.#visitorOf(person, 'direct', customer),
      this.#notBefore(at, at - this.#random.whole(2_600, 4_000) * 1_000),
    );
    for (const product of missed) visit.view(product, this.#random.whole(5, 40));
  }

  /** Everybody who only looks on a day. */
  browse(day: Day, demand: number, appetite: Appetite): void {
    if (!this.#world.events) return;
    const count = this.#random.poisson(idleVisits * this.#world.scale * demand * (0.8 + (0.4 * day.index) / 365));
    for (let n = 0; n < count; n++) this.#idle(momentOf(day, 'retail', this.#random), appetite);
  }

  #idle(at: number, appetite: Appetite): void {
    if (at > this.#world.calendar.until) return;
    const random = this.#random;
    const visit = this.#open(this.#drawVisitor(), at);
    const first = appetite.draw(random.unit());
    this.#arrive(visit, first);
    visit.view(first, random.whole(5, 90));
    this.#lookAround(visit, appetite, random.further(0.62, 9));
    if (random.chance(0.1)) visit.touch('favourite', first);
    if (random.chance(0.24)) this.#leaveCart(visit, first, appetite);
  }

  #leaveCart(visit: Visit, first: Product, appetite: Appetite): void {
    const random = this.#random;
    visit.touch('cart_add', first);
    if (random.chance(0.3)) visit.touch('cart_add', appetite.draw(random.unit()));
    if (random.chance(0.18)) visit.touch('cart_remove', first);
    else if (random.chance(0.3)) visit.startCheckout();
  }

  #arrive(visit: Visit, wanted: Product | undefined): void {
    if (this.#random.chance(0.28)) visit.search(this.#random.pick(this.#world.words.searches));
    else if (this.#random.chance(0.6)) visit.enter(wanted?.path[1]);
  }

  #lookAround(visit: Visit, appetite: Appetite, count: number): void {
    for (let n = 0; n < count; n++) visit.view(appetite.draw(this.#random.unit()), this.#random.whole(4, 70));
  }

  #open(visitor: Visitor, at: number): Visit {
    return new Visit(this.#world, this.#ledger, { next: () => ++this.#events }, visitor, at);
  }

  /** A visit before an order begins on the day of the order, so that no event comes after its day is closed. */
  #notBefore(order: number, wanted: number): number {
    const { calendar } = this.#world;
    return Math.max(wanted, calendar.days[dayOf(calendar, order)]?.start ?? wanted);
  }

  #visitorOf(person: number, source: string, customer: string | null): Visitor {
    const which = this.#random.chance(0.75) ? 0 : 1;
    const { seed } = this.#world;
    return {
      visitor: `v${scramble(seed, person, 91, which).toString(36)}${person.toString(36)}`,
      device: describeDevice(unitOf(seed, person, 92, which)),
      source,
      customer,
    };
  }

  /** One in three is a customer, half of those signed in; one stranger in three has been here before. */
  #drawVisitor(): Visitor {
    const random = this.#random;
    const person = this.#known.length > 0 && random.chance(0.33) ? random.pick(this.#known) : null;
    if (person !== null)
      return this.#visitorOf(
        person,
        random.chance(0.4) ? 'email' : 'direct',
        random.chance(0.5) ? accountId(this.#population.accountOf(person)) : null,
      );
    const seen = Math.min(this.#strangers, memory);
    if (seen === 0 || random.chance(0.66)) this.#unknown[this.#strangers % memory] = this.#strangers++;
    const stranger = this.#unknown[Math.floor(random.unit() * Math.min(this.#strangers, memory))] ?? 0;
    return {
      visitor: `a${scramble(this.#world.seed, stranger, 93).toString(36)}${stranger.toString(36)}`,
      device: describeDevice(unitOf(this.#world.seed, stranger, 94)),
      source: random.pick(['ads', 'ads', 'search', 'search', 'social', 'direct', 'referral']),
      customer: null,
    };
  }
}
