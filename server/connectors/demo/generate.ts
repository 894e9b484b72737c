/** Runs the demo shop day by day, from a year ago to this minute, and hands over what its channels would have told. */
import { announceOffers } from './assortment/offers.ts';
import type { Day } from './calendar/calendar.ts';
import { shopChannel } from './channels/channels.ts';
import { Appetite } from './demand/appetite.ts';
import { type DemoBatch, Ledger } from './ledger.ts';
import { Registrations } from './people/registrations.ts';
import { expectDemand } from './stock/expectation.ts';
import { Stock } from './stock/stock.ts';
import { Callers } from './trade/callers.ts';
import { Counter, type House } from './trade/counter.ts';
import { Wholesale } from './trade/wholesale.ts';
import { Visits } from './visits/visits.ts';
import { type DemoOptions, makeWorld } from './world.ts';

/**
 * Believable, made-up history of a shop on three channels, in batches in order of time within each channel.
 * Memory grows with the number of people (about 40 bytes each), not with the length of what is made.
 * @throws RangeError when `until` is not a date
 */
export function* generateDemo(options: DemoOptions): Generator<DemoBatch> {
  const world = makeWorld(options);
  const ledger = new Ledger(
    world.calendar,
    world.channels.map((channel) => channel.key),
  );
  const callers = new Callers(world);
  const { population } = callers;
  const house: House = {
    world,
    ledger,
    population,
    stock: new Stock(world, ledger, expectDemand(world)),
    visits: new Visits(world, ledger, population),
  };
  const shop = { house, callers, counter: new Counter(house) };
  const rest = { wholesale: new Wholesale(house, shop.counter), registrations: new Registrations(house, shop.counter) };
  for (const day of world.calendar.days) {
    runDay({ ...shop, ...rest }, day);
    if (day.index === world.calendar.days.length - 1) house.stock.reportAll(world.calendar.until);
    yield* ledger.close(day.index);
  }
  yield* ledger.finish();
}

interface Shop {
  house: House;
  callers: Callers;
  counter: Counter;
  wholesale: Wholesale;
  registrations: Registrations;
}

/** Everybody is served in order of time, so that the last pack goes to whoever came first. */
function runDay({ house, callers, counter, wholesale, registrations }: Shop, day: Day): void {
  const { world, ledger, stock, visits } = house;
  announceOffers(world, ledger, day);
  stock.openDay(day);
  const appetites = world.channels.map((_, channel) => new Appetite(world, channel, day));
  const own = appetites[shopChannel];
  if (!own) return;
  registrations.open(day);
  const companies = wholesale.on(day);
  for (const caller of callers.on(day)) {
    while (companies[0] && companies[0].at <= caller.at) serveCompany();
    const appetite = appetites[caller.channel];
    if (appetite) counter.serve(caller, day, appetite);
  }
  while (companies.length > 0) serveCompany();
  visits.browse(day, callers.shopDemand[day.index] ?? 1, own);

  function serveCompany(): void {
    const call = companies.shift();
    if (call && own) wholesale.serve(call.company, call.at, day, own);
  }
}
