/** What buyers did on the site, as a timeline. Adding events is an operation of intake: `POST /events`. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './page.ts';
import { moment, positiveId, several } from './query.ts';
import { eventTypes } from './records.ts';

export const event = z.object({
  channelId: z.int(),
  externalId: z.string(),
  type: z.string(),
  at: z.iso.datetime({ offset: true }),
  customerId: z.int().nullable(),
  visitor: z.string().nullable(),
  product: z.object({ id: z.int(), name: z.string().nullable() }).nullable(),
  productExternalId: z.string().nullable(),
  section: z.string().nullable(),
  query: z.string().nullable(),
  quantity: z.number().nullable(),
  amount: z.int().nullable().describe('Minor units'),
  seconds: z.number().nullable().describe('Visible time'),
  device: z.string().nullable(),
  properties: z.record(z.string(), z.string()),
});

export type Event = z.infer<typeof event>;

export const eventFilter = z.object({
  customer: positiveId.optional(),
  visitor: z.string().max(200).optional(),
  product: positiveId.optional(),
  channel: several(positiveId),
  type: several(z.enum(eventTypes)),
  from: moment,
  to: moment,
});

export type EventFilter = z.output<typeof eventFilter>;

export const events = {
  'GET /events': endpoint({
    says: 'Events, newest first; name a customer, a visitor or a product',
    may: 'customers.read',
    query: eventFilter.extend(pageQuery.shape),
    answer: z.object({ rows: z.array(event), next: z.string().nullable(), total: z.null() }),
  }),
};
