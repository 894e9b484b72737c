/** The way in for programs: canonical records and events in bulk. Good ones get in whatever the others are. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { type CanonicalRecord, canonicalRecord, type EventRecord, eventRecord } from './records.ts';

/** Checked one by one by the operation, so that a bad one does not hold the others back; described here for the reference. */
const oneByOne = <Sent>(schema: z.ZodType) =>
  z.custom<Sent>().meta({ ...(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as object), $schema: undefined });

const channel = z.object({
  code: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^[a-z0-9][a-z0-9._-]*$/)
    .describe('Of your choice: names the channel from now on; made on first use'),
  kind: z.string().trim().min(1).max(60).default('api'),
  name: z.string().trim().min(1).max(120).optional().describe('The code where absent'),
});

const counts = z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), late: z.int().describe('Older than what is stored') });

export const badRecord = z.object({
  index: z.int().describe('Place in what was sent, from 0'),
  externalId: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
});

export type BadRecord = z.infer<typeof badRecord>;

export const intakeResult = z.object({
  channelId: z.int(),
  received: z.int(),
  stored: z.int().describe('Good ones, also those that changed nothing'),
  counts: z.record(z.string(), counts).describe('By kind of record'),
  bad: z.array(badRecord),
});

export type IntakeResult = z.infer<typeof intakeResult>;

/** Records a call; send more in more calls. */
export const mostRecords = 1_000;

export const intake = {
  'POST /records': endpoint({
    says: 'Stores customers, products, stock, orders, returns, reviews and events of one channel; the newest version of each wins',
    may: 'import.run',
    body: z.object({ channel, records: z.array(oneByOne<CanonicalRecord>(canonicalRecord)).min(1).max(mostRecords) }),
    answer: intakeResult,
    creates: true,
  }),
  'POST /events': endpoint({
    says: 'Stores what buyers did on a site; a repeated id is stored once',
    may: 'events.write',
    body: z.object({
      channel,
      events: z
        .array(oneByOne<Omit<EventRecord, 'kind'>>(eventRecord.omit({ kind: true })))
        .min(1)
        .max(mostRecords),
    }),
    answer: intakeResult,
    creates: true,
  }),
};
