/** Where things are sold: marketplaces, own shops, files. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId } from './query.ts';

const time = z.iso.datetime({ offset: true });

export const channel = z.object({
  id: z.int(),
  code: z.string().describe('By which programs name it; never changes'),
  kind: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  receivedAt: time.nullable().describe('When records last came in from it'),
  orders: z.int(),
  firstOrderAt: time.nullable(),
  lastOrderAt: time.nullable(),
});

export type Channel = z.infer<typeof channel>;

export const channels = {
  'GET /channels': endpoint({ says: 'Channels with what has come from each', may: 'orders.read', answer: z.array(channel) }),
  'PATCH /channels/:id': endpoint({
    says: 'Names a channel as people call it',
    may: 'settings.write',
    params: byId,
    body: z.object({ name: z.string().trim().min(1).max(120) }),
    answer: channel,
  }),
};
