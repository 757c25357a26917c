import { z } from 'zod';
import { ROLES } from '../domain/access/role';
import { instant, line } from './fields';

export const organizationRefSchema = z.strictObject({ id: z.string(), name: z.string() });

/** Somebody with an account, as they see themselves. */
export const personSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    role: z.enum(ROLES),
    /** The customer of a client; null for staff. */
    organization: organizationRefSchema.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Person' });

export const personName = line(120);
