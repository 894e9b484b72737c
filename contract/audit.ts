/** Who did what, when: entries are only ever added. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageOf, pageQuery } from './page.ts';

const time = z.iso.datetime({ offset: true });

export const actorKinds = ['person', 'key', 'system'] as const;

export const auditEntry = z.object({
  id: z.int(),
  at: time,
  actor: z.object({ kind: z.enum(actorKinds), id: z.string(), name: z.string() }),
  action: z.string().describe('`<room>.<what was done>`; in words under `<room>:audit.<what was done>`'),
  object: z.object({ kind: z.string(), id: z.string() }),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  address: z.string().nullable(),
});

export type AuditEntry = z.infer<typeof auditEntry>;

export const auditFilter = z.object({
  actorKind: z.enum(actorKinds).optional(),
  actorId: z.string().max(100).optional(),
  action: z.string().max(100).optional().describe('A whole action, or its beginning: `people.`'),
  objectKind: z.string().max(60).optional(),
  objectId: z.string().max(100).optional(),
  from: time.optional(),
  to: time.optional().describe('Not included'),
});

export type AuditFilter = z.infer<typeof auditFilter>;

export const audit = {
  'GET /audit': endpoint({
    says: 'Entries, newest first',
    may: 'audit.read',
    query: auditFilter.extend(pageQuery.shape),
    answer: pageOf(auditEntry),
  }),
  'GET /audit/export': endpoint({
    says: 'The same entries as a CSV file',
    may: 'audit.read',
    query: auditFilter,
    stream: 'download',
  }),
};
