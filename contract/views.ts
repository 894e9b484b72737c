/** Lists as people saved them: filter, sort and columns, for oneself or for everybody. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId } from './query.ts';

export const viewLists = ['orders', 'customers', 'products'] as const;

const changeable = z.object({
  name: z.string().trim().min(1).max(80),
  isShared: z.boolean().describe('Everybody sees it; its owner and those who may change settings can change it'),
  search: z
    .record(z.string().max(60), z.union([z.string().max(1000), z.array(z.string().max(500)).max(200)]))
    .describe('The part of the list’s address after `?`: filters, `q` and `sort`'),
  columns: z.array(z.string().max(60)).max(100).nullable().describe('In their order; null: as the list comes'),
  position: z.int().min(0).max(10_000),
});

export const savedView = z.object({
  id: z.int(),
  list: z.enum(viewLists),
  ...changeable.shape,
  isOwn: z.boolean(),
  ownerName: z.string(),
});

export type SavedView = z.infer<typeof savedView>;

export const views = {
  'GET /views': endpoint({
    says: 'One’s own views of a list and the shared ones, in their order',
    may: 'signed-in',
    query: z.object({ list: z.enum(viewLists) }),
    answer: z.array(savedView),
  }),
  'POST /views': endpoint({
    says: 'Saves a view, last in its list',
    may: 'signed-in',
    body: changeable
      .pick({ name: true, search: true })
      .extend({ list: z.enum(viewLists), isShared: z.boolean().default(false), columns: changeable.shape.columns.default(null) }),
    answer: savedView,
    creates: true,
  }),
  'PATCH /views/:id': endpoint({ says: 'Changes a view', may: 'signed-in', params: byId, body: changeable.partial(), answer: savedView }),
  'DELETE /views/:id': endpoint({ says: 'Drops a view', may: 'signed-in', params: byId }),
};
