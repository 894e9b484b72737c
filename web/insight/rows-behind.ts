/** Where a figure leads: addresses of lists that show exactly the rows it was counted from. */
import type { buyerGroups } from '../../contract/analytics.ts';
import type { StatusGroup } from '../../contract/records.ts';
import type { Search } from '../app/search-address.ts';
import { writeSearch } from '../app/search-address.ts';
import { addDays } from '../ui/period/period.ts';

export type BuyerGroup = (typeof buyerGroups)[number];

/** Days: how long a buyer is new, and after how many without an order one sleeps. */
export interface GroupLimits {
  newDays: number;
  sleepingDays: number;
}

/** Groups of orders that count: all but cancelled. */
const counted: readonly StatusGroup[] = ['new', 'approval', 'assembly', 'delivery', 'done'];

export interface Behind {
  /** Days, `YYYY-MM-DD`, both included. */
  from: string;
  to: string;
  channels?: readonly string[];
  category?: string;
}

const days = ({ from, to }: Behind) => `${from}..${to}`;

/** Orders of a period that were not cancelled; `more` narrows them down further. */
export const ordersBehind = (behind: Behind, more: Search = {}): string =>
  `/orders${writeSearch({ placed: days(behind), statusGroup: counted, channel: behind.channels, category: behind.category, ...more })}`;

/** Orders that were completed in a period, whenever they were placed. */
export const completedBehind = ({ channels, category, ...behind }: Behind): string =>
  `/orders${writeSearch({ completed: days(behind), channel: channels, category })}`;

/** Orders of which something came back in a period. */
export const returnsBehind = ({ channels, category, ...behind }: Behind): string =>
  `/orders${writeSearch({ cameBack: days(behind), channel: channels, category })}`;

/** Buyers whose first order is in the period. */
export const newBuyersBehind = (behind: Behind): string =>
  `/customers${writeSearch({ firstOrder: days(behind), channel: behind.channels })}`;

/** Before any shop here sold anything: lets a period begin anywhere. */
const ever = '2000-01-01';

/** The customers of a group of buyers on a day; null where no list shows them: visitors who never ordered. */
export function groupBehind(group: BuyerGroup, today: string, { newDays, sleepingDays }: GroupLimits): string | null {
  const [isNew, awake] = [addDays(today, -newDays), addDays(today, -sleepingDays)];
  const old = `${ever}..${addDays(isNew, -1)}`;
  const lists: Record<BuyerGroup, Search | null> = {
    new: { firstOrder: `${isNew}..${today}` },
    regular: { orders: '2..', firstOrder: old, lastOrder: `${awake}..${today}` },
    once: { orders: '1..1', firstOrder: old, lastOrder: `${awake}..${today}` },
    sleeping: { lastOrder: `${ever}..${addDays(awake, -1)}` },
    potential: null,
  };
  const list = lists[group];
  return list && `/customers${writeSearch(list)}`;
}
