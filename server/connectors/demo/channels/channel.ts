/** A place where the demo shop sells: how it names things, what it reveals of its buyers, what it takes for a sale. */
import type { Group } from '../calendar/seasons.ts';
import type { Life } from '../orders/life.ts';
import type { PaymentKey } from '../vocabulary/vocabulary.ts';

/**
 * What an order tells about its buyer.
 * `nothing`: only the place. `pseudonym`: a key without a person. `name`: key and name. `parcel`: also address and a substitute phone.
 * `contacts`: key, name and real phone. `account`: everything the buyer typed in.
 */
export type Reveals = 'nothing' | 'pseudonym' | 'name' | 'parcel' | 'contacts' | 'account';

/** One way an order takes through a channel. */
export interface Way {
  scheme?: string;
  /** Among the ways of the channel, against the others. */
  share: number;
  /** Index of the warehouse it leaves from. */
  warehouse: number;
  reveals: Reveals;
  life: Life;
}

/** How people of a channel come back: the parameters of BG/NBD, with the average day as the unit of time. */
export interface Loyalty {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export interface SalesChannel {
  key: string;
  /** New buyers in a year at scale 1. */
  buyers: number;
  loyalty: Loyalty;
  /** Share of the assortment that is offered. */
  assortment: number;
  /** Against the basic price. */
  priceFactor: number;
  /** Index of the warehouse whose levels this channel reports. */
  reportsStockOf: number;
  ways: readonly Way[];
  /** Average number of different goods in a basket. */
  basket: number;
  /** A channel that makes an order of every single unit. */
  splitsUnits?: true;
  /** Percent of the price. */
  commission: Record<Group, number>;
  /** Minor units for a shipped line, at the basic currency, and percent of its price. */
  logistics: readonly [fixed: number, percent: number];
  payments: Readonly<Partial<Record<PaymentKey, number>>>;
  /** Share of orders cancelled before they leave, and left at the counter. */
  cancelled: number;
  refused: number;
  /** Share of delivered lines that get a review, and whether it names order and buyer. */
  reviews: { share: number; named: boolean };
  /** How this channel numbers things. */
  productId(product: number): string;
  orderId(order: OrderNumbers): { externalId: string; number?: string };
}

export interface OrderNumbers {
  /** Of this channel, from 0. */
  count: number;
  /** Of the buyer, eight digits. */
  buyer: number;
  /** How many orders of this buyer, from 1. */
  nth: number;
}
