import { z } from 'zod';
import { CLOSURE_REASONS, ORIGINS } from '../domain/classification/closure-reasons';
import { PRIORITIES } from '../domain/classification/priority';
import { MAX_REPORT_DAYS, REPORT_GROUPS, REPORT_STEPS } from '../domain/reports/period';
import { folio } from './fields';
import type { Route } from './route';
import { defineRoute } from './route';

const TAG = 'Reports';

const day = z.iso
  .date()
  .refine((value) => value >= '2000-01-01' && value <= '2099-12-31', { params: { code: 'out_of_range' } })
  .meta({ examples: ['2026-11-30'] });
const count = z.number().int().min(0);

const range = {
  from: day.optional().describe('First day, 29 days before the last unless given'),
  to: day.optional().describe('Last day, counted whole; today unless given'),
};

/** Days are days of the service calendar's zone. */
const covered = { from: day, to: day, timeZone: z.string() };

const trendsSchema = z
  .strictObject({
    ...covered,
    by: z.enum(REPORT_STEPS),
    group: z.enum(REPORT_GROUPS),
    /** Without gaps; the first and the last may be cut by the range. Weeks begin on Monday. */
    periods: z.array(z.strictObject({ from: day, to: day })),
    /** Everything together, one number for each period. */
    totals: z.strictObject({ registered: z.array(count), closed: z.array(count) }),
    /** The greatest first; one number for each period. */
    series: z.array(
      z.strictObject({
        /** Null: not prioritized (group `priority`). */
        id: z.string().nullable(),
        name: z.string().nullable(),
        registered: z.array(count),
        closed: z.array(count),
        totals: z.strictObject({ registered: count, closed: count }),
      }),
    ),
  })
  .meta({ id: 'TrendsReport' });

/** Business time in whole minutes under each ticket's own calendar; null when nothing was measured. */
const times = { measured: count, medianMinutes: count.nullable(), p90Minutes: count.nullable() };
const timesSchema = z.strictObject(times).meta({ id: 'ReportTimes' });
const againstTarget = z.strictObject({ ...times, met: count, missed: count }).meta({ id: 'ReportTargets' });

/** `nextReply` counts replies, the others tickets. Resolution: from the registration to the solution that stood. */
const measures = { firstAttention: againstTarget, nextReply: againstTarget, resolution: timesSchema };

const serviceSchema = z
  .strictObject({
    ...covered,
    /** Tickets registered in the range. */
    registered: z.strictObject({
      total: count,
      /** By support for a client. */
      onBehalf: count,
      /** As a part of another one. */
      splitParts: count,
      /** After a closed one that they follow. */
      followUps: count,
    }),
    /** Tickets closed in the range; everything below is told of these, recurring subjects excepted. */
    closed: z.strictObject({
      total: count,
      reasons: z.array(z.strictObject({ reason: z.enum(CLOSURE_REASONS), count })),
      origins: z.array(z.strictObject({ origin: z.enum(ORIGINS).nullable(), count })),
      /** By silence. `withoutSolution`: a question was the last word that the client got. */
      automatic: z.strictObject({ total: count, withSolution: count, withoutSolution: count }),
      /** Closed by support as resolved before the 48 business hours had passed, by how the client confirmed it. */
      withoutWait: z.strictObject({
        total: count,
        clientMessage: count,
        call: count,
        none: count,
      }),
      /** On which a mail to the client did not arrive. */
      mailFailed: count,
      /** Of which parts were made, closed as `split` or not. */
      divided: count,
      duplicates: count,
    }),
    times: z.strictObject({
      ...measures,
      byPriority: z.array(
        z.strictObject({ priority: z.enum(PRIORITIES).nullable(), closed: count, ...measures }),
      ),
    }),
    /** Words that several tickets of one customer, registered in the range, have in their subjects. */
    recurringSubjects: z.array(
      z.strictObject({
        organization: z.strictObject({ id: z.string(), name: z.string().nullable() }),
        /** Lower case, without accents. */
        word: z.string(),
        tickets: count,
        /** The newest of them, ten at most. */
        folios: z.array(folio),
      }),
    ),
  })
  .meta({ id: 'ServiceReport' });

const CSV = 'text/csv';

/** What support reports of its work: numbers only, kept by day. Both come as CSV too, by `Accept: text/csv`. */
export const REPORT_ROUTES = [
  defineRoute({
    id: 'readTrends',
    method: 'get',
    path: '/reports/trends',
    tag: TAG,
    summary: 'Tickets registered and closed over time, by type, priority, product or customer',
    permission: 'reports.read',
    query: z
      .strictObject({
        ...range,
        by: z.enum(REPORT_STEPS).optional().describe('`day` unless given'),
        group: z.enum(REPORT_GROUPS).optional().describe('`type` unless given'),
      })
      .meta({ description: `At most ${MAX_REPORT_DAYS} days` }),
    answers: [{ status: 200, description: 'The numbers', schema: trendsSchema, alsoAs: CSV }],
  }),
  defineRoute({
    id: 'readServiceReport',
    method: 'get',
    path: '/reports/service',
    tag: TAG,
    summary: 'Times against targets, how tickets closed, where causes lay, and what recurs',
    permission: 'reports.read',
    query: z.strictObject(range),
    answers: [{ status: 200, description: 'The numbers', schema: serviceSchema, alsoAs: CSV }],
  }),
] as const satisfies readonly Route[];

export type TrendsReport = z.output<typeof trendsSchema>;
export type ServiceReport = z.output<typeof serviceSchema>;
