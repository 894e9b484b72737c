/** The marks of orders that need a person, in the order they are offered, and which of them are worse than others. */
import type { OrderFlag } from '../../../contract/orders.ts';
import type { Tone } from '../../ui/tone.ts';

export const flagTones: Record<OrderFlag, Tone> = {
  unknown_product: 'amber',
  unknown_status: 'amber',
  no_buyer: 'grey',
  no_rate: 'red',
  total_mismatch: 'red',
};

export const orderFlags = Object.keys(flagTones) as OrderFlag[];

/** A marketplace that hides its buyers is no fault of an order: that alone calls nobody. */
export const callingFlags: readonly OrderFlag[] = orderFlags.filter((flag) => flag !== 'no_buyer');
