/** The demo shop: a made-up seller with twelve months behind him, to look around in; it leaves without a trace. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { languages } from './language.ts';

export const demoOptions = z.object({
  seed: z.int().min(0).max(2_147_483_647).default(1).describe('The same seed on the same day makes the same shop'),
  scale: z.number().min(0.01).max(100).default(1).describe('1 is about 20,000 buyers and 45,000 orders'),
  events: z.boolean().default(true).describe('Behaviour on the site: about 400,000 events at scale 1'),
});

export const demoShop = z.object({
  state: z.enum(['absent', 'loading', 'ready', 'removing']),
  jobId: z.uuid().nullable().describe('The work that makes or removes it'),
  language: z.enum(languages).nullable(),
  until: z.iso.datetime({ offset: true }).nullable().describe('The moment that the demo takes for the present'),
  counts: z.record(z.string(), z.int()).describe('Records that are in, by kind'),
});

export type DemoShop = z.infer<typeof demoShop>;

export const demo = {
  'GET /demo': endpoint({ says: 'Whether the demo shop is open', may: 'signed-in', answer: demoShop }),
  'POST /demo': endpoint({
    says: 'Opens the demo shop, in the language of the company; the work tells its progress',
    may: 'settings.write',
    body: demoOptions.prefault({}),
    answer: demoShop,
    creates: true,
  }),
  'DELETE /demo': endpoint({
    says: 'Removes the demo shop with everything that came with it; what others have meanwhile bought or changed stays',
    may: 'settings.write',
    answer: demoShop,
  }),
};
