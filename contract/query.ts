/** How filters travel in an address, where everything is text: `?tag=a&tag=b&returned=true`. */
import { z } from 'zod';

/** One value or several of one filter; a row must have any of them. */
export const several = <Item extends z.ZodType>(item: Item) => z.union([z.array(item).max(200), item.transform((one) => [one])]).optional();

export const yesNo = z.union([z.boolean(), z.stringbool()]).optional();

export const positiveId = z.coerce.number().int().positive();

export const byId = z.object({ id: positiveId });

/** A moment, or a day of the workspace's calendar; as the end of a period a day is included whole. */
export const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional();

/** Custom fields as `key:value`, each of which must match. */
export const fieldValues = several(
  z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}:/)
    .max(600),
);
