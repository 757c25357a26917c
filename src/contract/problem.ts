import { z } from 'zod';
import { PROBLEM_CODES } from './problem-code';

/** RFC 9457 problem details. Some codes carry members of their own, as `followUp` with `ticket_closed`. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
    errors: z.array(z.strictObject({ path: z.string(), code: z.string() })).optional(),
    /** Id of the request, as in `X-Request-Id`. */
    instance: z.string(),
    followUp: z.strictObject({ follows: z.string() }).optional(),
  })
  .meta({ id: 'Problem' });
