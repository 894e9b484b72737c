/** Customers: the list with every filter and sort, the card, and what people write on it. Amounts are in the accounting currency. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { minor } from './money.ts';
import { pageOf, pageQuery } from './page.ts';
import { byId, fieldValues, moment, positiveId, several, yesNo } from './query.ts';
import { sexes } from './records.ts';

const time = z.iso.datetime({ offset: true });
const text = z.string().trim().max(500);
const tag = z.string().trim().min(1).max(60);
const fields = z.record(z.string(), z.unknown());

/** What is wrong with the contacts. Their words are `customers:problem-names.<problem>`. */
export const contactProblems = ['bad_phone', 'bad_email'] as const;
export type ContactProblem = (typeof contactProblems)[number];

export const customerFilter = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Beginnings of name, mailbox or account in any order, in any alphabet; last digits of a phone'),
  channel: several(z.coerce.number().int().min(0)).describe('Known there; 0: entered by hand'),
  city: several(text),
  region: several(text),
  country: several(text),
  sex: several(z.enum(sexes)),
  tag: several(tag),
  company: several(positiveId),
  hasCompany: yesNo,
  manager: several(positiveId),
  problem: several(z.enum(contactProblems)),
  contactable: yesNo.describe('There is a mailbox or a phone of their own'),
  ordersMin: z.coerce.number().int().optional(),
  ordersMax: z.coerce.number().int().optional(),
  spentMin: z.coerce.number().int().optional(),
  spentMax: z.coerce.number().int().optional(),
  firstOrderFrom: moment,
  firstOrderTo: moment,
  lastOrderFrom: moment,
  lastOrderTo: moment,
  acquiredFrom: several(z.string().max(120)),
  field: fieldValues.describe('Custom fields as `key:value`; numbers, amounts and dates also as `key:from..to`'),
});

export type CustomerFilter = z.output<typeof customerFilter>;

export const customerSorts = ['id', '-id', 'name', '-name', 'spent', '-spent', 'orders', '-orders', 'lastOrder', '-lastOrder'] as const;
export const customerSort = z.enum(customerSorts).default('-lastOrder').describe('`-` is descending');
export type CustomerSort = (typeof customerSorts)[number];

/** Enough to name a customer: a pseudonymous one has no name but an account on a channel. */
export const customerName = z.object({ id: z.int(), name: z.string().nullable(), channelId: z.int(), account: z.string().nullable() });
export type CustomerName = z.infer<typeof customerName>;

export const customerRow = customerName.extend({
  channelIds: z.array(z.int()).describe('Where the customer is known'),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  phoneIsTemporary: z.boolean().describe('A substitute number of a marketplace'),
  contactable: z.boolean(),
  problems: z.array(z.enum(contactProblems)),
  sex: z.enum(sexes).nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  company: z.object({ id: z.int(), name: z.string() }).nullable(),
  managerId: z.int().nullable(),
  acquiredFrom: z.string().nullable(),
  tags: z.array(z.string()),
  fields,
  ordersCount: z.int().describe('Not cancelled'),
  spentBase: minor.describe('Less returns'),
  lastOrderAt: time.nullable(),
});

export type CustomerRow = z.infer<typeof customerRow>;

export const identityKinds = ['account', 'email', 'phone', 'visitor'] as const;

const identity = z.object({
  id: z.int(),
  kind: z.enum(identityKinds),
  channelId: z.int().nullable().describe('Of an account; other keys mean the same everywhere'),
  value: z.string(),
  reason: z.string().describe('Why it is this customer’s: `customers:reasons.<reason>`'),
  since: time,
  broughtBy: z.int().describe('The record that had it before merges'),
});

export const note = z.object({ id: z.int(), text: z.string(), author: z.string(), at: time, editedAt: time.nullable() });
export type Note = z.infer<typeof note>;

const mergeInForce = z.object({ id: z.int(), gone: customerName, reason: z.string(), author: z.string(), at: time });

export const customerCard = customerRow.extend({
  mergedInto: z.null(),
  birthDate: z.iso.date().nullable(),
  age: z.int().nullable(),
  postcode: z.string().nullable(),
  firstOrderAt: time.nullable(),
  averageBase: minor.nullable().describe('Average order; it rests on `ordersCount`'),
  daysBetweenOrders: z.number().nullable().describe('On average; null below two orders'),
  identities: z.array(identity),
  merges: z.array(mergeInForce).describe('What was joined to this record and can be taken apart'),
  suspects: z.array(z.object({ id: z.int(), customer: customerName, reason: z.string() })).describe('Who may be the same person'),
  notes: z.array(note).describe('The latest 20'),
  registeredAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
});

export type CustomerCard = z.infer<typeof customerCard>;

/** A record that was joined to another one has no card any more. */
const movedCard = z.object({ id: z.int(), mergedInto: z.int() });

export const timelineKinds = ['created', 'linked', 'note', 'merged', 'unmerged'] as const;

const timelineItem = z.object({
  id: z.string(),
  kind: z.enum(timelineKinds),
  at: time,
  author: z.string().nullable(),
  text: z.string().nullable().describe('Of a note; the reason of a link or a merge'),
  identity: z.object({ kind: z.enum(identityKinds), channelId: z.int().nullable(), value: z.string() }).nullable(),
  other: customerName.nullable().describe('Of a merge'),
});

export type TimelineItem = z.infer<typeof timelineItem>;

const nullableText = text.min(1).nullable();

export const customerChange = z
  .object({
    name: nullableText,
    email: nullableText,
    phone: z.string().trim().min(1).max(60).nullable(),
    sex: z.enum(sexes).nullable(),
    birthDate: z.iso.date().nullable(),
    city: nullableText,
    region: nullableText,
    country: nullableText,
    postcode: z.string().trim().min(1).max(20).nullable(),
    companyId: z.int().positive().nullable(),
    managerId: z.int().positive().nullable(),
    acquiredFrom: z.string().trim().min(1).max(120).nullable(),
    tags: z.array(tag).max(50),
    fields: fields.describe('Custom fields by key; null takes a value away'),
  })
  .partial();

export type CustomerChange = z.infer<typeof customerChange>;

export const bulkCustomerChange = z.object({
  addTags: z.array(tag).max(50).optional(),
  removeTags: z.array(tag).max(50).optional(),
  managerId: z.int().positive().nullable().optional(),
  companyId: z.int().positive().nullable().optional(),
});

export type BulkCustomerChange = z.infer<typeof bulkCustomerChange>;

export const selection = z.object({
  ids: z.array(z.int().positive()).min(1).max(10_000).optional(),
  filter: customerFilter.optional().describe('Instead of ids: everybody found'),
});

export type Selection = z.output<typeof selection>;

const counted = z.array(z.object({ value: z.string(), count: z.int() }));

const list = {
  'GET /customers': endpoint({
    says: 'Customers, any filter and sort',
    may: 'customers.read',
    query: customerFilter.extend({ ...pageQuery.shape, sort: customerSort, count: yesNo.describe('Also count everybody found') }),
    answer: pageOf(customerRow),
  }),
  'GET /customers/export': endpoint({
    says: 'The same customers as a CSV file',
    may: 'export.run',
    query: customerFilter.extend({ sort: customerSort }),
    stream: 'download',
  }),
  'GET /customers/tags': endpoint({ says: 'Tags in use, commonest first', may: 'customers.read', answer: counted }),
  'GET /customers/values': endpoint({
    says: 'Values of one property to filter by, commonest first; at most 50',
    may: 'customers.read',
    query: z.object({ of: z.enum(['city', 'region', 'country', 'acquiredFrom']), q: text.optional().describe('Part of the value') }),
    answer: counted,
  }),
  'POST /customers/bulk': endpoint({
    says: 'Changes many customers; above 1000 in the background',
    may: 'customers.write',
    body: selection.extend({ change: bulkCustomerChange }),
    answer: z.object({ jobId: z.string().nullable(), changed: z.int().describe('Before the answer; the job tells its own') }),
  }),
};

const card = {
  'POST /customers': endpoint({
    says: 'Adds a customer; whoever has the same mailbox or phone is shown as a possible duplicate',
    may: 'customers.write',
    body: customerChange,
    answer: customerCard,
    creates: true,
  }),
  'GET /customers/:id': endpoint({
    says: 'Everything known about one customer, or where a joined record went',
    may: 'customers.read',
    params: byId,
    answer: z.union([customerCard, movedCard]),
  }),
  'PATCH /customers/:id': endpoint({
    says: 'Changes a customer',
    may: 'customers.write',
    params: byId,
    body: customerChange,
    answer: customerCard,
  }),
  'GET /customers/:id/timeline': endpoint({
    says: 'Notes, links and merges, newest first; orders and events have lists of their own',
    may: 'customers.read',
    params: byId,
    query: pageQuery,
    answer: pageOf(timelineItem),
  }),
};

const noteText = z.object({ text: z.string().trim().min(1).max(5000) });
const noteId = z.object({ id: positiveId, noteId: positiveId });

const notes = {
  'POST /customers/:id/notes': endpoint({
    says: 'Writes a note',
    may: 'customers.write',
    params: byId,
    body: noteText,
    answer: note,
    creates: true,
  }),
  'PATCH /customers/:id/notes/:noteId': endpoint({
    says: 'Changes the text of a note',
    may: 'customers.write',
    params: noteId,
    body: noteText,
    answer: note,
  }),
  'DELETE /customers/:id/notes/:noteId': endpoint({ says: 'Removes a note', may: 'customers.write', params: noteId }),
};

export const customers = { ...list, ...card, ...notes };
