/**
 * Who buys when: new people arrive, each with an own rhythm and an own chance to stay away after every purchase.
 * The process is MBG/NBD (Batislam, Denizel and Filiztekin 2007: one may stay away after the first purchase already), run in
 * seasonal instead of calendar time.
 */
import { Random } from '../random.ts';
import { drawByShare, searchTotals } from '../weighted.ts';
import { streams, type World } from '../world.ts';

/** Where people of the web shop came from, how many, and how they differ in rhythm and in staying away. */
export const sources = [
  { name: 'ads', share: 0.34, rhythm: 0.8, leaving: 1.2 },
  { name: 'search', share: 0.24, rhythm: 1, leaving: 1 },
  { name: 'social', share: 0.17, rhythm: 0.9, leaving: 1.1 },
  { name: 'direct', share: 0.12, rhythm: 1.15, leaving: 0.85 },
  { name: 'email', share: 0.06, rhythm: 1.25, leaving: 0.8 },
  { name: 'referral', share: 0.07, rhythm: 1.3, leaving: 0.75 },
] as const;

const nobody = -1;

/** People as columns, so that a million of them take 40 MB. */
export class Population {
  readonly #random: Random;
  readonly #world: World;
  /** Demand from the first day up to the end of each day; the clock of all rhythms. */
  readonly #clock: Float64Array;
  readonly #firstOfDay: Int32Array;
  #nextOfDay = new Int32Array(1_024);
  #home = new Uint8Array(1_024);
  #source = new Uint8Array(1_024);
  #rhythm = new Float32Array(1_024);
  #leaving = new Float32Array(1_024);
  #orders = new Uint16Array(1_024);
  #account = new Int32Array(1_024);
  #favourite = new Int16Array(1_024);
  count = 0;

  /** @param demand of each day against an average day */
  constructor(world: World, demand: Float64Array) {
    this.#world = world;
    this.#random = new Random(world.seed, streams.people);
    this.#clock = demand.slice();
    for (let day = 1; day < demand.length; day++) this.#clock[day] = (this.#clock[day - 1] ?? 0) + (demand[day] ?? 0);
    this.#firstOfDay = new Int32Array(demand.length).fill(nobody);
  }

  /** A new person who buys first in channel `home`. */
  add(home: number): number {
    const person = this.count++;
    if (person >= this.#home.length) this.#grow();
    const { r, alpha, a, b } = this.#world.channels[home]?.loyalty ?? { r: 1, alpha: 100, a: 1, b: 1 };
    const source = this.#drawSource();
    const { rhythm, leaving } = sources[source] ?? sources[1];
    this.#home[person] = home;
    this.#source[person] = source;
    this.#rhythm[person] = this.#random.gamma(r, 1 / alpha) * rhythm;
    this.#leaving[person] = Math.min(0.98, this.#random.beta(a, b) * leaving);
    this.#favourite[person] = nobody;
    return person;
  }

  /** After a purchase: stays away for ever, or comes back after an own time. */
  decideReturn(person: number, day: number): void {
    if (this.#random.chance(this.#leaving[person] ?? 1)) return;
    const pause = this.#random.exponential(1 / Math.max(1e-6, this.#rhythm[person] ?? 0));
    this.#plan(person, day, (this.#clock[day] ?? 0) + pause);
  }

  /** After a visit in vain: tries again about as long after. */
  tryLater(person: number, day: number): void {
    this.#plan(person, day, (this.#clock[day] ?? 0) + this.#random.exponential(12));
  }

  *dueOn(day: number): Generator<number> {
    for (let person = this.#firstOfDay[day] ?? nobody; person !== nobody; person = this.#nextOfDay[person] ?? nobody) yield person;
  }

  homeOf(person: number): number {
    return this.#home[person] ?? 0;
  }

  sourceOf(person: number): (typeof sources)[number]['name'] {
    return sources[this.#source[person] ?? 0]?.name ?? 'direct';
  }

  /** Orders so far. */
  ordersOf(person: number): number {
    return this.#orders[person] ?? 0;
  }

  countOrder(person: number): void {
    this.#orders[person] = this.ordersOf(person) + 1;
  }

  /** Number of the person's account in the web shop; 0 without one. */
  accountOf(person: number): number {
    return this.#account[person] ?? 0;
  }

  openAccount(person: number, account: number): void {
    this.#account[person] = account;
  }

  /** The pack that is used up and bought again; null when there is none. */
  favouriteOf(person: number): number | null {
    const product = this.#favourite[person] ?? nobody;
    return product === nobody ? null : product;
  }

  remember(person: number, product: number): void {
    this.#favourite[person] = product;
  }

  #plan(person: number, today: number, moment: number): void {
    if (moment >= (this.#clock.at(-1) ?? 0)) return;
    const day = Math.max(today + 1, searchTotals(this.#clock, moment, today, this.#clock.length));
    if (day >= this.#firstOfDay.length) return;
    this.#nextOfDay[person] = this.#firstOfDay[day] ?? nobody;
    this.#firstOfDay[day] = person;
  }

  #drawSource(): number {
    const drawn = drawByShare(sources, ({ share }) => share, this.#random.unit());
    return drawn ? sources.indexOf(drawn) : 0;
  }

  #grow(): void {
    this.#nextOfDay = enlarge(this.#nextOfDay);
    this.#home = enlarge(this.#home);
    this.#source = enlarge(this.#source);
    this.#rhythm = enlarge(this.#rhythm);
    this.#leaving = enlarge(this.#leaving);
    this.#orders = enlarge(this.#orders);
    this.#account = enlarge(this.#account);
    this.#favourite = enlarge(this.#favourite);
  }
}

type Column =
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>;

function enlarge<C extends Column>(column: C): C {
  const larger = new (column.constructor as new (length: number) => C)(column.length * 2);
  larger.set(column);
  return larger;
}
