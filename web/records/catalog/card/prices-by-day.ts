/** Price changes as a line: every day from the first change to today has the price that held at its end. */
import type { ProductCard } from '../../../../contract/catalog.ts';
import { addDays, todayIn } from '../../../ui/period/period.ts';

type Offer = ProductCard['offers'][number];

export interface PriceLines {
  /** `YYYY-MM-DD`, without gaps; a year at the most. */
  days: string[];
  /** Minor units; null before an offer had a price. */
  series: { offer: Offer; values: (number | null)[] }[];
}

const longest = 365;

export function pricesByDay(offers: readonly Offer[], timeZone: string | undefined, today: string = todayIn(timeZone)): PriceLines {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone });
  const dayOf = (at: string) => format.format(new Date(at));
  const first = offers.flatMap(({ prices }) => prices.map(({ at }) => dayOf(at))).reduce((a, b) => (a < b ? a : b), today);
  const oldest = addDays(today, 1 - longest);
  const days: string[] = [];
  for (let day = first < oldest ? oldest : first; day <= today; day = addDays(day, 1)) days.push(day);
  return { days, series: offers.map((offer) => ({ offer, values: valuesOf(offer, days, dayOf) })) };
}

function valuesOf({ prices }: Offer, days: readonly string[], dayOf: (at: string) => string): (number | null)[] {
  const oldestFirst = prices.map(({ at, price }) => ({ day: dayOf(at), price })).toReversed();
  let next = 0;
  let held: number | null = null;
  return days.map((day) => {
    for (let change = oldestFirst[next]; change && change.day <= day; change = oldestFirst[++next]) held = change.price;
    return held;
  });
}
