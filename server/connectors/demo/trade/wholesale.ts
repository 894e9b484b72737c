/** Serves the companies: many boxes of a few goods, at a wholesaler's discount, paid by invoice. */
import type { Day } from '../calendar/calendar.ts';
import { momentOf } from '../calendar/seasons.ts';
import { shopChannel } from '../channels/channels.ts';
import { byInvoice, shop } from '../channels/shop.ts';
import type { Appetite } from '../demand/appetite.ts';
import type { Pick } from '../demand/basket.ts';
import type { Purchase } from '../orders/order.ts';
import { accountId } from '../people/account.ts';
import { Companies, type Company, describeCompany } from '../people/companies.ts';
import { addressOf, describePerson, emailOf, phoneOf, placeOf } from '../people/person.ts';
import { Random } from '../random.ts';
import { streams } from '../world.ts';
import type { Counter, House } from './counter.ts';

export class Wholesale {
  readonly #house: House;
  readonly #counter: Counter;
  readonly #companies: Companies;
  readonly #random: Random;

  constructor(house: House, counter: Counter) {
    this.#house = house;
    this.#counter = counter;
    this.#companies = new Companies(house.world);
    this.#random = new Random(house.world.seed, streams.companies + 100);
  }

  /** The day's companies with the time they call, for the queue of all callers. */
  on(day: Day): { at: number; company: Company }[] {
    const calls = this.#companies.orderingOn(day.index).map((company) => ({ at: momentOf(day, 'office', this.#random), company }));
    return calls.filter(({ at }) => at <= this.#house.world.calendar.until);
  }

  serve(company: Company, at: number, day: Day, appetite: Appetite): void {
    const { world, ledger } = this.#house;
    const picks = this.#fillBoxes(appetite);
    if (picks.length === 0) return;
    if (company.account === 0) {
      company.account = this.#counter.nextAccount();
      ledger.add(shopChannel, Math.max(day.start, at - 1_800_000), describeCompany(world, company, at));
    }
    this.#counter.sell(this.#describePurchase(company, at, picks));
  }

  /** Never more than half of what is there, so that retail does not starve. */
  #fillBoxes(appetite: Appetite): Pick[] {
    const picks = new Map<number, Pick>();
    const lines = this.#random.whole(3, 9);
    for (let line = 0; line < lines * 2 && picks.size < lines; line++) {
      const product = appetite.draw(this.#random.unit());
      const most = Math.floor(this.#house.stock.available(0, product.index) / 2);
      const quantity = Math.min(most, this.#random.whole(1, 5) * 6);
      if (quantity >= 3) picks.set(product.index, { product, quantity });
    }
    return [...picks.values()];
  }

  #describePurchase(company: Company, at: number, picks: readonly Pick[]): Purchase {
    const { world } = this.#house;
    const person = describePerson(world, company.contact);
    const buyer = {
      externalId: accountId(company.account),
      name: `${person.first} ${person.last}`,
      email: emailOf(world, company.contact, person),
      phone: phoneOf(world, company.contact),
      ...placeOf(world, person),
    };
    const [way] = shop.ways;
    if (!way) throw new RangeError('The shop has no way to deliver');
    return {
      channel: shopChannel,
      way,
      life: byInvoice,
      ending: this.#random.chance(0.04) ? 'cancelled' : 'kept',
      at,
      ids: this.#counter.nextNumber(shopChannel, 0, 1),
      buyer,
      city: person.city,
      address: addressOf(world, company.contact, person),
      picks,
      extraPercent: this.#random.pick([12, 15, 17.5, 20]),
      payment: 'invoice',
      method: 'freight',
      deliveryFee: 0,
      source: 'direct',
      fields: { legal: true },
    };
  }
}
