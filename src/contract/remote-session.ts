import { z } from 'zod';
import { SESSION_ACTIONS } from '../domain/session/actions';
import { SITUATIONS } from '../domain/session/outlook';
import { PLATFORMS, SESSION_STATES } from '../domain/session/session';
import { STUCK_REASONS } from '../domain/session/stuck';
import { folio, instant } from './fields';
import { invoiceData, ledgerEntry, minor, payment, quote, receipt } from './remote-session-money';
import { actorSchema } from './ticket';

export const sessionId = z.string().regex(/^session-[1-9][0-9]{0,17}-[1-9][0-9]{0,3}$/);

const instants = z
  .strictObject({
    requestValidUntil: instant.nullable(),
    quoteValidUntil: instant.nullable(),
    paymentPageExpiresAt: instant.nullable(),
    /** Until then a time is to be chosen; afterwards the payment goes back. */
    chooseTimeBefore: instant.nullable(),
    freeCancellationUntil: instant.nullable(),
    /** Until then the client may choose another time. */
    moveUntil: instant.nullable(),
    accessOpensAt: instant.nullable(),
    startsAt: instant.nullable(),
    /** From then on the client may be recorded as absent. */
    absentFrom: instant.nullable(),
    warnsAt: instant.nullable(),
    endsAt: instant.nullable(),
  })
  .meta({ id: 'SessionInstants' });

/** A paid session as the API shows it. */
export const remoteSessionSchema = z
  .strictObject({
    id: sessionId,
    folio,
    state: z.enum(SESSION_STATES),
    platform: z.enum(PLATFORMS),
    reason: z.string(),
    organization: z.strictObject({ id: z.string() }),
    client: z.strictObject({ id: z.string() }),
    agent: z.strictObject({ id: z.string() }).nullable(),
    quote: quote.nullable(),
    acceptedAt: instant.nullable(),
    /** The payment page; its address is the client's alone, and null while it is being opened. */
    checkout: z.strictObject({ url: z.string().nullable(), expiresAt: instant.nullable() }).nullable(),
    /** Given up while a payment page was open: decided once the page is shut. */
    cancelling: z.boolean(),
    payments: z.array(payment),
    slot: z.strictObject({ startsAt: instant, endsAt: instant }).nullable(),
    /** From when on `GET …/access` shows link and password, and until when. */
    window: z.strictObject({ opensAt: instant, closesAt: instant }).nullable(),
    meetingReady: z.boolean(),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    /** Where it stands as people would say it: finer than `state`. */
    situation: z.enum(SITUATIONS),
    /** Who has to do something; `system` for what is under way by itself, null when only time has to pass. */
    nextActor: z.enum(['client', 'support', 'system']).nullable(),
    instants,
    /** The nearest instant that is still ahead. */
    countdown: z.strictObject({ to: instants.keyof(), at: instant }).nullable(),
    /** What the caller may do now. */
    actions: z.array(z.enum(SESSION_ACTIONS)),
    /** What cancelling now would give back, by the terms, to who asks; null where it can not be cancelled. */
    refundIfCancelled: minor.nullable(),
    receipt: receipt.nullable(),
    /** Every movement of its money, for staff; null for clients, who have the receipt. */
    ledger: z.array(ledgerEntry).nullable(),
    history: z.array(
      z.strictObject({ seq: z.number().int(), name: z.string(), at: instant, actor: actorSchema }),
    ),
    invoice: z.strictObject({
      data: invoiceData.nullable(),
      xmlAttachmentId: z.string().nullable(),
      pdfAttachmentId: z.string().nullable(),
    }),
    /** What does not succeed outside, for staff; null for clients. `POST …/retries` tries again at once. */
    troubles: z
      .array(
        z.strictObject({
          duty: z.string(),
          code: z.string(),
          since: instant,
          attempts: z.number().int(),
          retryAt: instant,
        }),
      )
      .nullable(),
    /** What waits for support, the oldest first, each with the one action that mends it; null for clients. */
    stuck: z
      .array(
        z.strictObject({
          since: instant,
          why: z.enum(STUCK_REASONS),
          /** What the step outside answered; null where nothing was asked. */
          code: z.string().nullable(),
          action: z.enum(SESSION_ACTIONS),
        }),
      )
      .nullable(),
    createdAt: instant,
    updatedAt: instant,
    version: z.number().int(),
  })
  .meta({ id: 'RemoteSession' });
export type RemoteSessionRepresentation = z.output<typeof remoteSessionSchema>;
