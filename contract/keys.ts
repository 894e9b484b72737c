/** API keys: what programs call with. A key is shown once and carries permissions of its own. */
import { z } from 'zod';
import { permissions } from './access.ts';
import { endpoint } from './endpoint.ts';

const time = z.iso.datetime({ offset: true });

export const apiKey = z.object({
  id: z.int(),
  name: z.string(),
  hint: z.string().describe('First characters'),
  scopes: z.array(z.enum(permissions)),
  createdBy: z.string(),
  createdAt: time,
  expiresAt: time.nullable(),
  lastUsedAt: time.nullable().describe('To the minute'),
});

export type ApiKey = z.infer<typeof apiKey>;

export const keys = {
  'GET /keys': endpoint({ says: 'Keys in force or expired, without their secrets', may: 'keys.write', answer: z.array(apiKey) }),
  // No `creates`: a stored answer would keep the key at rest.
  'POST /keys': endpoint({
    says: 'Makes a key; its text is in this answer only',
    may: 'keys.write',
    body: z.object({
      name: z.string().trim().min(1).max(120),
      scopes: z.array(z.enum(permissions)).min(1),
      expiresAt: time.nullish(),
    }),
    answer: apiKey.extend({ key: z.string().describe('Send it as `Authorization: Bearer ...`') }),
  }),
  'DELETE /keys/:id': endpoint({
    says: 'Revokes a key at once',
    may: 'keys.write',
    params: z.object({ id: z.coerce.number().int().positive() }),
  }),
};
