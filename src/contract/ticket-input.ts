import { z } from 'zod';
import { CLOSURE_REASONS, ORIGINS } from '../domain/classification/closure-reasons';
import { IMPACTS, PRIORITIES, URGENCIES } from '../domain/classification/priority';
import { MAX_AMOUNT } from '../domain/money';
import { email, folio, id, instantIn, line, phone, text } from './fields';

/** Limits of what people write, in characters. */
const SUBJECT = 200;
const MESSAGE = 20_000;
const REASON = 2_000;
const REFERENCE = 100;

const version = z.number().int().min(1).max(1_000_000);

const attachmentIds = z
  .array(id)
  .max(10)
  .refine(isDistinct, { params: { code: 'repeated' } });

const contact = z.strictObject({ name: line(200), email, phone });

const message = text(MESSAGE);

export const registrationBody = z.strictObject({
  subject: line(SUBJECT),
  description: message,
  type: id,
  incidentAt: instantIn.optional(),
  product: id,
  productVersion: line(50),
  contact,
  attachmentIds: attachmentIds.optional(),
  follows: folio.optional(),
  /** Of the customer's branches, the one that asks. */
  branchId: id.optional(),
  onBehalfOf: id.optional(),
  onBehalfReason: text(REASON).optional(),
});

export const categoryBody = z.strictObject({ type: id, note: text(REASON).optional() });

export const priorityBody = z.strictObject({
  impact: z.enum(IMPACTS),
  urgency: z.enum(URGENCIES),
  priority: z.enum(PRIORITIES).optional(),
  reason: text(REASON).optional(),
});

export const assignmentBody = z.union([
  z.strictObject({ agentId: id }),
  z.strictObject({ auto: z.literal(true) }),
]);

export const firstAttentionBody = z.strictObject({
  nature: text(MESSAGE),
  priorityConfirmed: z.boolean(),
  contactConfirmed: z.boolean(),
  historyReviewed: z.boolean(),
  possibleSolutions: z
    .array(
      z.strictObject({
        summary: text(REASON),
        estimatedMinutes: z.number().int().min(1).max(100_000),
      }),
    )
    .max(20),
  responsibilities: text(MESSAGE),
  message: message.optional(),
  type: id.optional(),
  impact: z.enum(IMPACTS).optional(),
  urgency: z.enum(URGENCIES).optional(),
});

export const contactBody = contact;

export const incidentBody = z
  .strictObject({ incidentAt: instantIn.optional(), description: message.optional() })
  .refine((incident) => Object.keys(incident).length > 0, { params: { code: 'required' } });

export const messageBody = z.strictObject({
  body: message,
  attachmentIds: attachmentIds.optional(),
  awaitsClient: z.boolean().optional(),
});

export const noteBody = z.strictObject({
  body: message,
  mentions: z
    .array(id)
    .max(20)
    .refine(isDistinct, { params: { code: 'repeated' } })
    .optional(),
});

export const phoneCallBody = z.strictObject({
  at: instantIn,
  minutes: z.number().int().min(0).max(1_440),
  number: phone,
  summary: message,
  outcome: z.enum(['answered', 'no_answer']),
  clientReplied: z.boolean().optional(),
});

export const solutionBody = z.strictObject({
  summary: message,
  steps: z.array(text(REASON)).max(50).optional(),
  origin: z.enum(ORIGINS).optional(),
});

export const retractionBody = z.strictObject({ reason: text(REASON) });

export const closureBody = z.strictObject({
  reason: z.enum(CLOSURE_REASONS),
  message: message.optional(),
  confirmedBy: z.enum(['client_message', 'call', 'none']).optional(),
  origin: z.enum(ORIGINS).optional(),
  duplicateOf: folio.optional(),
});

export const splitBody = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        subject: line(SUBJECT),
        description: message,
        type: id,
        incidentAt: instantIn.optional(),
      }),
    )
    .min(1)
    .max(10),
  keepOriginal: z.boolean(),
});

const reference = line(REFERENCE);
const cost = z.strictObject({
  amount: z.number().int().min(0).max(MAX_AMOUNT),
  currency: z.enum(['MXN']),
});

export const referralBody = z.strictObject({
  description: message,
  keepOpen: z.boolean(),
  reference: reference.optional(),
  cost: cost.optional(),
});

export const referralUpdateBody = z.strictObject({ reference, cost: cost.optional() });

export const requesterBody = z.strictObject({ clientId: id });

/** Versions left out are those that hold now; the calendar is the one that the policy names. */
export const migrationBody = z.strictObject({
  policyVersion: version.optional(),
  calendarVersion: version.optional(),
  reason: text(REASON),
});

export const repairBody = z.strictObject({ reason: text(REASON) });

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
