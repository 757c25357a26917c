import { z } from 'zod';
import { IMPACTS, PRIORITIES, URGENCIES } from '../domain/classification/priority';
import { COVERAGES } from '../domain/classification/ticket-type';
import type { RemoteSessionPolicy } from '../domain/policy/remote-session-policy';
import { id, line, text } from './fields';
import { defineRoute, versionTag } from './route';

const TAG = 'Policy';

const priority = z.enum(PRIORITIES);
const hours = z.number();
const targets = z.strictObject({ firstAttentionHours: hours, nextReplyHours: hours });

// What the values may be is `policyProblems`' to say.
const documented = {
  /** Business hours; fractions count to the millisecond. */
  waitingClientHours: hours,
  /** Business hours before the closing, the earliest reminder first. */
  reminderHours: z.array(hours).max(100),
  calendarId: id,
  remoteSessionMaxMinutes: z.number(),
  priorityMatrix: z.record(z.enum(IMPACTS), z.record(z.enum(URGENCIES), priority)),
};
/** The paid session. Hours, minutes and days run by the clock; amounts in centavos, VAT included. */
const remoteSession = z.strictObject({
  priceMinor: z.number(),
  currency: z.literal('MXN'),
  vatRate: z.number(),
  termsVersion: z.number(),
  terms: text(10_000),
  requestValidHours: z.number(),
  quoteValidHours: z.number(),
  checkoutMinutes: z.number(),
  slotChoiceDays: z.number(),
  cancellation: z.strictObject({ freeUntilHours: z.number(), lateRefundPercent: z.number() }),
  minimumNoticeMinutes: z.number(),
  bufferMinutes: z.number(),
  slotStepMinutes: z.number(),
  horizonDays: z.number(),
  accessOpensMinutes: z.number(),
  warnAtMinutes: z.number(),
  noShowMinutes: z.number(),
  reminderHours: z.array(z.number()).max(100),
}) satisfies z.ZodType<RemoteSessionPolicy>;

const further = {
  /** Absent in a version made before sessions had data of their own. */
  remoteSession: remoteSession.optional(),
  targets: z.record(priority, targets),
  finishAfterContractEnd: z.boolean(),
  consultingEmail: line(254),
  /** https; null while nobody has given it. The present one is shown to everybody, whatever is pinned on a ticket. */
  documentUrl: line(2_000).nullable(),
  types: z
    .array(
      z.strictObject({
        id: line(64),
        coverage: z.enum(COVERAGES),
        problem: z.boolean(),
        defaultPriority: priority.nullable(),
        ceiling: priority.nullable(),
      }),
    )
    .max(200),
  /** By type: what people read in place of the texts that come with the service. Absent: those of all types. */
  texts: z
    .record(
      line(64),
      z.strictObject({
        label: line(80),
        description: text(1_000),
        examples: z.array(line(300)).max(10),
        warning: text(1_000).nullable(),
      }),
    )
    .optional(),
};
const version = z.number().int().min(1);
const policySchema = z.strictObject({ version, ...documented, ...further }).meta({ id: 'SupportPolicy' });

export const POLICY_ROUTES = [
  defineRoute({
    id: 'getSupportPolicy',
    method: 'get',
    path: '/policies/support',
    tag: TAG,
    summary: 'The support policy as it holds now',
    permission: 'policy.read',
    answers: [{ status: 200, description: 'The policy', schema: policySchema, headers: versionTag }],
  }),
  defineRoute({
    id: 'putSupportPolicy',
    method: 'put',
    path: '/policies/support',
    tag: TAG,
    summary: 'Make the next version of the policy, for tickets registered from now on',
    permission: 'policy.manage',
    body: z.strictObject({
      ...documented,
      // Left out: as in the present version.
      ...z.strictObject(further).partial().shape,
      /** The version that was edited; refused when it is not the present one any more. */
      version: version.optional(),
    }),
    ifMatch: true,
    answers: [{ status: 200, description: 'The new version', schema: policySchema, headers: versionTag }],
    problems: ['invalid_policy', 'unknown_calendar', 'changed_meanwhile'],
  }),
] as const;
