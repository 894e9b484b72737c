/** People who open an account and have not bought yet: the potential buyers that a seller wants to win. */
import type { Day } from '../calendar/calendar.ts';
import { historyDays } from '../calendar/calendar.ts';
import { momentOf } from '../calendar/seasons.ts';
import { shopChannel } from '../channels/channels.ts';
import { Random } from '../random.ts';
import type { Counter, House } from '../trade/counter.ts';
import { streams } from '../world.ts';
import { describeAccount } from './account.ts';

const atScaleOne = 700;

export class Registrations {
  readonly #house: House;
  readonly #counter: Counter;
  readonly #random: Random;

  constructor(house: House, counter: Counter) {
    this.#house = house;
    this.#counter = counter;
    this.#random = new Random(house.world.seed, streams.people + 100);
  }

  open(day: Day): void {
    const { world, population, ledger, visits } = this.#house;
    const count = this.#random.poisson((atScaleOne * world.scale) / historyDays);
    for (let n = 0; n < count; n++) {
      const at = momentOf(day, 'retail', this.#random);
      if (at > world.calendar.until) continue;
      const person = population.add(shopChannel);
      population.openAccount(person, this.#counter.nextAccount());
      ledger.add(shopChannel, at, describeAccount(world, person, population.accountOf(person), at, population.sourceOf(person), false));
      visits.meet(person);
    }
  }
}
