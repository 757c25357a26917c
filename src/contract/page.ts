import { z } from 'zod';
import { wholeNumber } from './fields';

/** What every list takes. A cursor is opaque: it is only what an earlier answer gave. */
export const pageQuery = {
  limit: wholeNumber(1, 100).optional().describe('25 unless given'),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,600}$/)
    .optional(),
};

export const DEFAULT_LIMIT = 25;

/** What every list answers; `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(
  item: Item,
): z.ZodObject<{ items: z.ZodArray<Item>; nextCursor: z.ZodNullable<z.ZodString> }, z.core.$strict> {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}
