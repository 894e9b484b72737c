/** Who comes to buy on a day, and at what time: new people by the growth of each channel, known ones by their own rhythm. */
import type { Day } from '../calendar/calendar.ts';
import { momentOf } from '../calendar/seasons.ts';
import { shopChannel } from '../channels/channels.ts';
import { arrivalsOfDays, demandOfDays } from '../demand/trade-days.ts';
import { alsoBuysElsewhere } from '../people/account.ts';
import { Population } from '../people/population.ts';
import { Random } from '../random.ts';
import { streams, type World } from '../world.ts';

export interface Caller {
  at: number;
  person: number;
  channel: number;
}

export class Callers {
  readonly population: Population;
  /** Demand of the web shop on each day against an average one. */
  readonly shopDemand: Float64Array;
  readonly #world: World;
  readonly #random: Random;
  readonly #arrivals: readonly Float64Array[];

  constructor(world: World) {
    const demand = world.channels.map((_, channel) => demandOfDays(world, channel));
    this.#world = world;
    this.#random = new Random(world.seed, streams.arrivals);
    this.#arrivals = demand.map((days, channel) => arrivalsOfDays(world, channel, days));
    this.shopDemand = demand[shopChannel] ?? new Float64Array();
    this.population = new Population(world, demand[0] ?? new Float64Array());
  }

  /** In order of time, up to the present. */
  on(day: Day): Caller[] {
    const callers: Caller[] = [];
    for (const person of this.population.dueOn(day.index)) callers.push(this.#call(person, this.#channelOf(person), day));
    for (const [channel, arrivals] of this.#arrivals.entries()) {
      const count = this.#random.poisson(arrivals[day.index] ?? 0);
      for (let n = 0; n < count; n++) callers.push(this.#call(this.population.add(channel), channel, day));
    }
    return callers.filter(({ at }) => at <= this.#world.calendar.until).sort((a, b) => a.at - b.at || a.person - b.person);
  }

  #call(person: number, channel: number, day: Day): Caller {
    return { at: momentOf(day, 'retail', this.#random), person, channel };
  }

  #channelOf(person: number): number {
    const home = this.population.homeOf(person);
    const strays = home === shopChannel && alsoBuysElsewhere(this.#world, person) && this.#random.chance(0.4);
    return strays ? 0 : home;
  }
}
