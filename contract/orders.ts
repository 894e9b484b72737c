/** Orders: the list with every filter and sort, the card, what people change, and the statuses behind it. Amounts are minor units. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { minor } from './money.ts';
import { pageOf, pageQuery } from './page.ts';
import { byId, fieldValues, moment, positiveId, several, yesNo } from './query.ts';
import { statusGroup } from './records.ts';

const time = z.iso.datetime({ offset: true });
const text = z.string().max(500);
const tag = z.string().trim().min(1).max(60);

/** What a person should look at. Their words are `orders:flags.<flag>`. */
export const orderFlags = ['unknown_product', 'unknown_status', 'no_buyer', 'no_rate', 'total_mismatch'] as const;
export type OrderFlag = (typeof orderFlags)[number];

export const orderFilter = z.object({
  q: z.string().trim().max(200).optional().describe('Beginning of a number, or words of the buyer: name, mailbox, last digits of a phone'),
  id: several(positiveId).describe('These alone'),
  channel: several(positiveId),
  status: several(z.string().max(120)).describe('As the channel calls it'),
  statusGroup: several(statusGroup),
  flag: several(z.enum(orderFlags)),
  placedFrom: moment,
  placedTo: moment,
  completedFrom: moment,
  completedTo: moment,
  cameBackFrom: moment.describe('Something came back since then'),
  cameBackTo: moment,
  totalMin: z.coerce.number().int().optional().describe('In the accounting currency'),
  totalMax: z.coerce.number().int().optional(),
  customer: several(positiveId),
  product: several(positiveId),
  category: several(positiveId).describe('Of any of the goods, with everything below'),
  region: several(text),
  city: several(text),
  deliveryMethod: several(text),
  scheme: several(z.string().max(20)).describe('FBO, FBS, rFBS, DBS'),
  paymentMethod: several(z.string().max(120)),
  acquiredFrom: several(z.string().max(120)).describe('Where the buyer came from'),
  tag: several(tag),
  manager: several(positiveId),
  returned: yesNo.describe('Something came back'),
  late: yesNo.describe('Promised before now and still on its way'),
  field: fieldValues,
});

export type OrderFilter = z.output<typeof orderFilter>;

/** Filters whose values only the data knows. */
export const orderFacets = ['region', 'city', 'deliveryMethod', 'scheme', 'paymentMethod', 'acquiredFrom', 'tag'] as const;
export type OrderFacet = (typeof orderFacets)[number];

export const orderSorts = ['placedAt', '-placedAt', 'total', '-total', 'number', '-number', 'updatedAt', '-updatedAt'] as const;
export const orderSort = z.enum(orderSorts).default('-placedAt').describe('`-` is descending; totals in the accounting currency');
export type OrderSort = (typeof orderSorts)[number];

export const orderRow = z.object({
  id: z.int(),
  number: z.string(),
  channelId: z.int(),
  placedAt: time,
  customer: z.object({ id: z.int(), name: z.string().nullable(), account: z.string().nullable() }).nullable(),
  status: z.string().describe('As the channel calls it'),
  statusName: z.string().nullable().describe('As people here call it'),
  statusGroup,
  statusSince: time,
  currency: z.string(),
  total: minor,
  totalBase: minor.describe('In the accounting currency'),
  paidTotal: minor.nullable(),
  returnedTotal: minor,
  items: z.object({ first: z.string().nullable(), lines: z.int(), quantity: z.number() }).describe('Goods only'),
  city: z.string().nullable(),
  region: z.string().nullable(),
  deliveryMethod: z.string().nullable(),
  deliveryScheme: z.string().nullable(),
  paymentMethod: z.string().nullable(),
  flags: z.array(z.enum(orderFlags)),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.unknown()).describe('Custom fields'),
  managerId: z.int().nullable(),
  updatedAt: time,
});

export type OrderRow = z.infer<typeof orderRow>;

/** What a margin needs and may lack. */
export const costParts = ['cost', 'commission', 'logistics'] as const;
const costPart = z.enum(costParts);

const margin = z
  .object({ amount: minor.nullable().describe('Null while anything is unknown'), unknown: z.array(costPart) })
  .describe('What is left of the total after cost, commission and logistics; returns are not subtracted');

export const orderLine = z.object({
  no: z.int(),
  kind: z.enum(['goods', 'delivery', 'service', 'adjustment']),
  productId: z.int().nullable(),
  productName: z.string().nullable().describe('In the catalogue'),
  imageUrl: z.string().nullable(),
  externalId: z.string().nullable().describe('By which the channel names the goods'),
  sku: z.string().nullable(),
  name: z.string(),
  quantity: z.number(),
  returnedQuantity: z.number(),
  price: minor,
  discount: minor,
  total: minor,
  cost: minor.nullable().describe('Of the line; from the catalogue where the channel tells none'),
  costFrom: z.enum(['order', 'catalogue']).nullable(),
  commission: minor.nullable(),
  logistics: minor.nullable(),
  margin,
});

const orderReturn = z.object({
  id: z.int(),
  externalId: z.string(),
  returnedAt: time,
  status: z.string().nullable(),
  reason: z.string().nullable(),
  total: minor.describe('Negative'),
  lines: z.array(
    z.object({ name: z.string(), quantity: z.number(), total: minor, orderLineNo: z.int().nullable(), linkReason: z.string().nullable() }),
  ),
});

const historyEntry = z.object({
  id: z.int(),
  at: time,
  kind: z.enum(['status', 'change', 'note']),
  status: z.string().nullable(),
  statusName: z.string().nullable(),
  statusGroup: statusGroup.nullable(),
  details: z.record(z.string(), z.unknown()).nullable().describe('`before` and `after` of a change, `text` of a note'),
  author: z.object({ kind: z.enum(['channel', 'person', 'key', 'system']), name: z.string().nullable() }),
});

export const orderCard = orderRow.omit({ items: true }).extend({
  rate: z.number().describe('Accounting currency for one unit of the order’s, frozen with the order'),
  goodsTotal: minor,
  discountTotal: minor,
  deliveryTotal: minor,
  lines: z.array(orderLine),
  margin,
  payments: z.array(z.object({ method: z.string(), amount: minor, paidAt: time.nullable(), externalId: z.string().nullable() })),
  delivery: z.object({
    method: z.string().nullable(),
    scheme: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable(),
    address: z.string().nullable(),
    trackNumber: z.string().nullable(),
    warehouse: z.string().nullable(),
    promisedAt: time.nullable(),
    shippedAt: time.nullable(),
    deliveredAt: time.nullable(),
  }),
  returns: z.array(orderReturn),
  history: z.array(historyEntry).describe('Newest first'),
  completedAt: time.nullable(),
  acquiredFrom: z.string().nullable(),
  comment: z.string().nullable(),
  flagged: z
    .array(z.object({ flag: z.enum(orderFlags), says: z.string() }))
    .describe('What each flag means, in the language of the caller'),
  moves: z.array(statusGroup).describe('Groups it may be moved to'),
  source: z.object({
    externalId: z.string(),
    status: z.string().describe('What the channel told last'),
    changedAt: time.nullable().describe('By the channel’s clock'),
    version: z.int(),
    firstSeenAt: time,
  }),
});

export type OrderCard = z.infer<typeof orderCard>;

export const groupSum = z.object({ statusGroup, count: z.int(), sum: minor });

export const orderSummary = z.object({
  count: z.int(),
  sum: minor.describe('Of totals, in the accounting currency'),
  returned: minor,
  groups: z.array(groupSum),
});

export type OrderSummary = z.infer<typeof orderSummary>;

const target = {
  status: z.string().min(1).max(120).optional().describe('A status of the order’s channel'),
  statusGroup: statusGroup.optional().describe('Or a group, whose first status is taken'),
};

export const orderChange = z.object({
  comment: z.string().trim().max(5000).nullable().optional(),
  managerId: z.int().positive().nullable().optional(),
  tags: z.array(tag).max(50).optional(),
  fields: z.record(z.string(), z.unknown()).optional().describe('By key; null takes a value away'),
});

export type OrderChange = z.infer<typeof orderChange>;

export const bulkChange = z.object({
  addTags: z.array(tag).max(50).optional(),
  removeTags: z.array(tag).max(50).optional(),
  managerId: z.int().positive().nullable().optional(),
  ...target,
});

export type BulkChange = z.infer<typeof bulkChange>;

const bulkFailure = z.object({ id: z.int(), number: z.string().nullable(), code: z.string(), says: z.string() });

export const bulkResult = z.object({
  jobId: z.string().nullable().describe('Where there were more than 200: the work goes on, its result has the same shape'),
  changed: z.int(),
  unchanged: z.int(),
  failed: z.array(bulkFailure).describe('The first 1000'),
});

export type BulkResult = z.infer<typeof bulkResult>;

export const orderStatus = z.object({
  id: z.int(),
  channelId: z.int(),
  code: z.string(),
  name: z.string().nullable(),
  statusGroup,
  known: z.boolean().describe('False until the channel or a person says which group it is'),
  orders: z.int(),
});

export type OrderStatus = z.infer<typeof orderStatus>;

const unknownProduct = z.object({
  channelId: z.int(),
  externalId: z.string(),
  name: z.string(),
  orders: z.int(),
  lines: z.int(),
  quantity: z.number(),
  lastOrderAt: time,
});

const list = {
  'GET /orders': endpoint({
    says: 'Orders, any filter and sort',
    may: 'orders.read',
    query: orderFilter.extend({ ...pageQuery.shape, sort: orderSort, count: yesNo.describe('Also count and sum everything found') }),
    answer: pageOf(orderRow).extend({ sum: minor.nullable().describe('Of all found, in the accounting currency') }),
  }),
  'GET /orders/summary': endpoint({
    says: 'How many, how much, and by group of statuses',
    may: 'orders.read',
    query: orderFilter,
    answer: orderSummary,
  }),
  'GET /orders/facets/:facet': endpoint({
    says: 'Values that a filter may take, by what is typed',
    may: 'orders.read',
    params: z.object({ facet: z.enum(orderFacets) }),
    query: z.object({ q: z.string().trim().max(200).optional(), limit: pageQuery.shape.limit }),
    answer: z.array(z.string()),
  }),
  'GET /orders/export': endpoint({
    says: 'The same orders as a CSV file',
    may: 'export.run',
    query: orderFilter.extend({ sort: orderSort }),
    stream: 'download',
  }),
  'POST /orders/bulk': endpoint({
    says: 'Changes many orders; those that cannot be changed are listed with the reason',
    may: 'orders.write',
    body: z.object({
      ids: z.array(z.int().positive()).min(1).max(10_000).optional(),
      filter: orderFilter.optional().describe('Instead of ids: everything found'),
      change: bulkChange,
    }),
    answer: bulkResult,
  }),
};

const card = {
  'GET /orders/:id': endpoint({ says: 'Everything known about one order', may: 'orders.read', params: byId, answer: orderCard }),
  'PATCH /orders/:id': endpoint({
    says: 'Changes what people write: comment, manager, tags, custom fields',
    may: 'orders.write',
    params: byId,
    body: orderChange,
    answer: orderCard,
  }),
  'POST /orders/:id/status': endpoint({
    says: 'Moves an order; a jump over stages is refused with the reason',
    may: 'orders.write',
    params: byId,
    body: z.object(target),
    answer: orderCard,
  }),
  'POST /orders/:id/notes': endpoint({
    says: 'Writes a note into the history',
    may: 'orders.write',
    params: byId,
    body: z.object({ text: z.string().trim().min(1).max(5000) }),
    answer: historyEntry,
    creates: true,
  }),
};

const upkeep = {
  'GET /statuses': endpoint({
    says: 'Every status that channels sent, with its group',
    may: 'orders.read',
    query: z.object({ channel: several(positiveId) }),
    answer: z.array(orderStatus),
  }),
  'PATCH /statuses/:id': endpoint({
    says: 'Names a status or moves it to another group; its orders follow in the background',
    may: 'settings.write',
    params: byId,
    body: z.object({ statusGroup: statusGroup.optional(), name: z.string().trim().max(120).nullable().optional() }),
    answer: orderStatus.extend({ jobId: z.string().nullable() }),
  }),
  'GET /products/unknown': endpoint({
    says: 'Goods that orders speak of and the catalogue does not know, most ordered first',
    may: 'catalog.read',
    query: z.object({ channel: several(positiveId), limit: pageQuery.shape.limit }),
    answer: z.array(unknownProduct),
  }),
};

export const orders = { ...list, ...card, ...upkeep };

export type UnknownProduct = z.infer<typeof unknownProduct>;
export type HistoryEntry = z.infer<typeof historyEntry>;
