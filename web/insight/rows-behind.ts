/** Where a figure leads: addresses of lists that show exactly the rows it was counted from. */
import type { StatusGroup } from '../../contract/records.ts';
import type { Search } from '../app/search-address.ts';
import { writeSearch } from '../app/search-address.ts';

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
