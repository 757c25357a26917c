import { z } from 'zod';

/** What the link in a mail carries. */
export const accountToken = z
  .string()
  .regex(/^[0-9a-f]{20}\.[\w-]{43}$/)
  .meta({ examples: [`${'0'.repeat(20)}.${'A'.repeat(43)}`] });

/** Twelve characters are enough to need no rules; 256 are no work to hash. */
export const newPassword = z.string().min(12).max(256);
