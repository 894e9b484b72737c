/** What a backup says about itself: first what it was made of, at its very end that it is whole. */
import { z } from 'zod';

export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The database is brought to exactly this shape before the rows return; newer migrations run on the next start. */
  postgresMigrations: z.array(z.string()),
  warehouseMigrations: z.array(z.string()),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const summarySchema = z.object({
  rows: z.record(z.string(), z.number()),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.number() })),
});

export const endSchema = z.object({ warehouseRows: z.record(z.string(), z.number()), files: z.number() });
