/** How fresh figures are. */
import type { AnswerOf } from '../api-types.ts';

/** Facts up to this moment are in the figures: when they were asked for, less what still waits to be counted. */
export const seenUpTo = ({ at, lagSeconds }: AnswerOf<'GET /today'>['freshness']): string =>
  new Date(Date.parse(at) - lagSeconds * 1000).toISOString();
