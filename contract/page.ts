/** Lists travel in pages with an opaque cursor; a deep page costs what the first one costs. */
import { z } from 'zod';

export const pageQuery = z.object({
  cursor: z.string().max(500).optional().describe('From `next` of the previous page'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of rows; `next` is null on the last one. `total` is exact, or null where counting was not asked for. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int().nullable() });
