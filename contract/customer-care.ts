/** Who is one person and who is not, and how good the data about customers is. */
import { z } from 'zod';
import { contactProblems, customerName, selection } from './customers.ts';
import { endpoint } from './endpoint.ts';
import { pageOf, pageQuery } from './page.ts';
import { byId, positiveId } from './query.ts';

const time = z.iso.datetime({ offset: true });

/** Why two records may be one person. Their words are `customers:suspicions.<reason>`. */
export const suspicions = [
  'same_account',
  'same_email',
  'same_phone',
  'same_name_birth_date',
  'same_name_phone_tail',
  'same_name_city',
] as const;

const suspect = z.object({
  id: z.int(),
  reason: z.string(),
  at: time,
  first: customerName,
  second: customerName,
  keptId: z.int().describe('Whose id a merge would keep'),
});

export type Suspect = z.infer<typeof suspect>;

const merges = {
  'POST /customers/:id/merges': endpoint({
    says: 'Joins two records of one person; the better known, then the older one keeps its id. Orders, returns, reviews and events follow',
    may: 'customers.merge',
    params: byId,
    body: z.object({ otherId: z.int().positive(), reason: z.string().trim().min(1).max(500) }),
    answer: z.object({ id: z.int(), keptId: z.int(), goneId: z.int() }),
    creates: true,
  }),
  'DELETE /customers/:id/merges/:mergeId': endpoint({
    says: 'Takes a merge back: both records are as they were, but for what people changed since',
    may: 'customers.merge',
    params: z.object({ id: positiveId, mergeId: positiveId }),
    answer: z.object({ keptId: z.int(), restoredId: z.int() }),
  }),
};

const suspects = {
  'GET /customers/suspects': endpoint({
    says: 'Pairs that may be one person, newest first',
    may: 'customers.read',
    query: pageQuery,
    answer: pageOf(suspect),
  }),
  'POST /customers/suspects/search': endpoint({
    says: 'Looks for possible duplicates among all customers, in the background',
    may: 'customers.write',
    answer: z.object({ jobId: z.string() }),
  }),
  'POST /customers/suspects/:id/dismissal': endpoint({
    says: 'Says that these are two people',
    may: 'customers.merge',
    params: byId,
  }),
};

/** Parts of a profile that completeness counts. */
export const profileParts = ['name', 'email', 'phone', 'city', 'sex', 'birthDate'] as const;
const share = z.number().describe('0 to 1');

const source = z.object({
  channelId: z.int().describe('The channel that brought them; 0: entered by hand'),
  customers: z.int(),
  completeness: share.describe('Average of the parts'),
  parts: z.record(z.enum(profileParts), share),
});

const issue = z.object({
  kind: z.enum([...contactProblems, 'not_contactable', 'suspects']),
  count: z.int(),
  filter: z
    .record(z.string(), z.union([z.boolean(), z.array(z.string())]))
    .nullable()
    .describe('Of the customer list; null where it is the list of possible duplicates'),
});

export const quality = z.object({ customers: z.int(), sources: z.array(source), issues: z.array(issue) });
export type Quality = z.infer<typeof quality>;

/** ISO code of the country whose phones are written without a code. */
const phoneCountry = z.string().regex(/^[A-Z]{2}$/);

const cure = z.discriminatedUnion('how', [
  z.object({ how: z.literal('read-again'), problem: z.literal('bad_phone'), country: phoneCountry }),
  z.object({ how: z.literal('clear'), problem: z.enum(contactProblems) }),
]);

export type Cure = z.infer<typeof cure>;

const care = {
  'GET /customers/quality': endpoint({
    says: 'How complete profiles are by source, and what is wrong with contacts',
    may: 'customers.read',
    answer: quality,
  }),
  'POST /customers/quality/cure': endpoint({
    says: 'Mends bad contacts: reads phones again as those of a country, or clears what cannot be mended; above 1000 in the background',
    may: 'customers.write',
    body: selection.extend({ cure }),
    answer: z.object({ jobId: z.string().nullable(), mended: z.int() }),
  }),
};

export const customerCare = { ...merges, ...suspects, ...care };
