/** Where people are served: a basket from what is there, an order in the channel's own terms, and all that follows from it. */
import type { Day } from '../calendar/calendar.ts';
import type { SalesChannel, Way } from '../channels/channel.ts';
import { shopChannel } from '../channels/channels.ts';
import type { Appetite } from '../demand/appetite.ts';
import { fillBasket, type Pick } from '../demand/basket.ts';
import type { Ledger } from '../ledger.ts';
import { type Identity, revealBuyer } from '../orders/buyer.ts';
import { type Order, type Purchase, writeOrder } from '../orders/order.ts';
import { planReturn } from '../orders/returns.ts';
import { describeAccount, forgetsAccount, isGuest } from '../people/account.ts';
import { addressOf, buyerNumberOf, describePerson } from '../people/person.ts';
import type { Population } from '../people/population.ts';
import { Random, unitOf } from '../random.ts';
import { planReviews } from '../reviews/review.ts';
import type { Stock } from '../stock/stock.ts';
import type { Visits } from '../visits/visits.ts';
import { drawByShare } from '../weighted.ts';
import { streams, type World } from '../world.ts';
import type { Caller } from './callers.ts';
import { agreeTerms, deliveryFee, describeFields } from './terms.ts';

export interface House {
  world: World;
  ledger: Ledger;
  stock: Stock;
  population: Population;
  visits: Visits;
}

export class Counter {
  readonly #house: House;
  readonly #baskets: Random;
  readonly #orders: Random;
  readonly #reviews: Random;
  /** Orders of each channel so far. */
  readonly #counts: number[];
  #accounts = 1_000;

  constructor(house: House) {
    this.#house = house;
    this.#baskets = new Random(house.world.seed, streams.baskets);
    this.#orders = new Random(house.world.seed, streams.orders);
    this.#reviews = new Random(house.world.seed, streams.reviews);
    this.#counts = house.world.channels.map(() => 0);
  }

  /** Serves one caller; who finds nothing tries again some days later. */
  serve(caller: Caller, day: Day, appetite: Appetite): void {
    const channel = this.#house.world.channels[caller.channel];
    if (!channel) return;
    const way = this.#chooseWay(channel);
    const picks = this.#fillBasket(caller, channel, way, day, appetite);
    if (picks.length > 0) this.#checkOut({ ...caller, way }, picks, day, appetite);
    else this.#house.population.tryLater(caller.person, day.index);
  }

  #fillBasket({ person, channel: index, at }: Caller, channel: SalesChannel, way: Way, day: Day, appetite: Appetite): Pick[] {
    const { world, stock, population, visits } = this.#house;
    const used = population.favouriteOf(person);
    const favourite = used === null ? null : (world.products[used] ?? null);
    const basket = fillBasket({ world, channel, appetite, stock, warehouse: way.warehouse, day, person, favourite, random: this.#baskets });
    if (index === shopChannel && basket.missed.length > 0) visits.inVain(person, basket.missed, at);
    return basket.picks;
  }

  #checkOut(caller: Caller & { way: Way }, picks: readonly Pick[], day: Day, appetite: Appetite): void {
    const { world, visits } = this.#house;
    const identity = this.#identify(caller, day);
    const parcels = world.channels[caller.channel]?.splitsUnits ? splitUnits(picks) : [picks];
    for (const parcel of parcels) {
      const order = this.sell(this.#describePurchase(caller, day, caller.way, identity, parcel));
      if (caller.channel === shopChannel) visits.untilOrder(order, identity, appetite);
    }
    this.#settle(caller.person, day, picks);
  }

  /** Opens an account for a company or a person. */
  nextAccount(): number {
    return ++this.#accounts;
  }

  /** Numbers the next order of a channel. */
  nextNumber(channel: number, buyer: number, nth: number): Purchase['ids'] {
    const count = this.#counts[channel] ?? 0;
    this.#counts[channel] = count + 1;
    return this.#house.world.channels[channel]?.orderId({ count, buyer, nth }) ?? { externalId: String(count) };
  }

  /** Takes the goods, writes the order down, and plans what becomes of it. */
  sell(purchase: Purchase): Order {
    const { world, ledger, stock } = this.#house;
    const order = writeOrder(world, purchase, this.#orders);
    const waits = order.now.group === 'new' || order.now.group === 'approval' || order.now.group === 'assembly';
    for (const { product, quantity } of purchase.picks) {
      stock.take(purchase.way.warehouse, product.index, quantity, purchase.at);
      if (waits) stock.reserve(purchase.way.warehouse, product.index, quantity);
    }
    ledger.add(purchase.channel, purchase.at, order.record);
    const regret = planReturn(world, order, this.#orders);
    if (regret) ledger.add(purchase.channel, regret.at, regret.record);
    for (const review of planReviews(world, order, regret?.reasons ?? new Map(), this.#reviews)) {
      ledger.add(purchase.channel, review.at, review.record);
    }
    return order;
  }

  #describePurchase(caller: Caller, day: Day, way: Way, identity: Identity, picks: readonly Pick[]): Purchase {
    const { world, population } = this.#house;
    const { person: id, channel, at } = caller;
    const { city } = identity.person;
    const own = channel === shopChannel;
    const before = population.ordersOf(id);
    const situation = { channel, way, distance: city.distance, before, source: population.sourceOf(id) };
    const { promoCode, ...terms } = agreeTerms(world, situation, this.#orders);
    const nth = before + 1 + Math.floor(unitOf(world.seed, id, 83) * 40);
    const told = way.reveals === 'account' || way.reveals === 'contacts' || way.reveals === 'parcel';
    return {
      ...terms,
      channel,
      way,
      at,
      city,
      picks,
      ids: this.nextNumber(channel, buyerNumberOf(world, id), nth),
      buyer: revealBuyer(world, way.reveals, identity, nth),
      deliveryFee: own ? deliveryFee(world, day, terms.method, picks) : 0,
      fields: describeFields(world, day, situation, id, picks, promoCode),
      ...(told && terms.method !== 'self' ? { address: addressOf(world, id, identity.person) } : {}),
      ...(own ? { source: before > 0 && this.#orders.chance(0.5) ? 'direct' : situation.source } : {}),
      ...(own && this.#orders.chance(0.06) ? { comment: this.#orders.pick(world.words.comments) } : {}),
    };
  }

  /** Guests stay guests; others open an account at their first order, and a few forget it by the third. */
  #identify({ person: id, channel, at }: Caller, day: Day): Identity {
    const { world, population, visits } = this.#house;
    const again = forgetsAccount(world, id) && population.ordersOf(id) >= 2;
    const opens = again ? population.ordersOf(id) === 2 : population.accountOf(id) === 0;
    if (channel === shopChannel && opens && !isGuest(world, id)) {
      population.openAccount(id, this.nextAccount());
      const openedAt = Math.max(day.start, at - this.#orders.whole(60, 900) * 1_000);
      const account = describeAccount(world, id, population.accountOf(id), openedAt, population.sourceOf(id), again);
      this.#house.ledger.add(channel, openedAt, account);
      visits.meet(id);
    }
    return { id, person: describePerson(world, id), account: population.accountOf(id), again };
  }

  #settle(person: number, day: Day, picks: readonly Pick[]): void {
    const { population } = this.#house;
    population.countOrder(person);
    const usedUp = picks.find(({ product }) => product.category.lasts > 0);
    if (usedUp) population.remember(person, usedUp.product.index);
    population.decideReturn(person, day.index);
  }

  #chooseWay(channel: SalesChannel): Way {
    const way = drawByShare(channel.ways, ({ share }) => share, this.#baskets.unit());
    if (!way) throw new RangeError(`${channel.key} has no way to deliver`);
    return way;
  }
}

function splitUnits(picks: readonly Pick[]): Pick[][] {
  return picks.flatMap(({ product, quantity }) => Array.from({ length: quantity }, () => [{ product, quantity: 1 }]));
}
