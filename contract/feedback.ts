/** Reviews of goods from every channel. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageOf, pageQuery } from './page.ts';
import { moment, positiveId, several, yesNo } from './query.ts';

const time = z.iso.datetime({ offset: true });

export const review = z.object({
  id: z.int(),
  channelId: z.int(),
  externalId: z.string(),
  rating: z.int().nullable(),
  title: z.string().nullable(),
  text: z.string().nullable(),
  writtenAt: time,
  answeredAt: time.nullable(),
  answer: z.string().nullable(),
  product: z.object({ id: z.int(), name: z.string().nullable() }).nullable(),
  customer: z.object({ id: z.int(), name: z.string().nullable() }).nullable(),
  order: z.object({ id: z.int(), number: z.string().nullable() }).nullable(),
});

export type Review = z.infer<typeof review>;

export const reviewFilter = z.object({
  rating: several(z.coerce.number().int().min(1).max(5)),
  product: several(positiveId),
  customer: several(positiveId),
  order: several(positiveId),
  channel: several(positiveId),
  answered: yesNo,
  withText: yesNo,
  from: moment.describe('Written'),
  to: moment,
});

export type ReviewFilter = z.output<typeof reviewFilter>;

export const reviewSummary = z.object({
  count: z.int(),
  rated: z.int(),
  average: z.number().nullable().describe('Of those with a rating'),
  unanswered: z.int(),
  byRating: z.array(z.object({ rating: z.int(), count: z.int() })).describe('5 to 1'),
});

export type ReviewSummary = z.infer<typeof reviewSummary>;

export const feedback = {
  'GET /reviews': endpoint({
    says: 'Reviews, newest first',
    may: 'customers.read',
    query: reviewFilter.extend({ ...pageQuery.shape, count: yesNo.describe('Also count everything found') }),
    answer: pageOf(review),
  }),
  'GET /reviews/summary': endpoint({
    says: 'How many reviews there are, and how good',
    may: 'customers.read',
    query: reviewFilter,
    answer: reviewSummary,
  }),
};
