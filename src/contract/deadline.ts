import { z } from 'zod';
import { instant } from './fields';

/** How a deadline in business time came about: what was counted, and which days were skipped. */
export const deadlineSchema = z
  .strictObject({
    startedAt: instant,
    autoCloseAt: instant,
    businessHours: z.number(),
    calendar: z.strictObject({
      id: z.string(),
      version: z.number().int(),
      timeZone: z.string(),
      tzdb: z.string(),
    }),
    counted: z.array(z.strictObject({ from: instant, to: instant, seconds: z.number() })),
    skipped: z.array(z.strictObject({ date: z.string(), name: z.string() })),
  })
  .meta({ id: 'Deadline' });
