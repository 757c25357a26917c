import { z } from 'zod';
import { SESSION_ACTIONS } from '../domain/session/actions';
import { SITUATIONS } from '../domain/session/outlook';
import { PLATFORMS, SESSION_STATES } from '../domain/session/session';
import { STUCK_REASONS } from '../domain/session/stuck';
import { folio, id, instant, instantIn, line, text } from './fields';
import { DEFAULT_LIMIT, pageOf, pageQuery } from './page';
import type { Route } from './route';
import { defineRoute } from './route';
import { actorSchema } from './ticket';

export { DEFAULT_LIMIT };

const tag = 'Remote sessions';

const sessionId = z.string().regex(/^session-[1-9][0-9]{0,17}-[1-9][0-9]{0,3}$/);
const params = z.strictObject({ id: sessionId });
const minor = z.number().int();

const quote = z
  .strictObject({
    /** Minor units, VAT included. */
    amount: minor,
    net: minor,
    vat: minor,
    /** 0.16 means 16 %. */
    vatRate: z.number(),
    currency: z.string(),
    terms: z.string(),
    termsVersion: z.number().int(),
    validUntil: instant,
    cancellation: z.strictObject({ freeUntilHours: z.number(), lateRefundPercent: z.number() }),
    maxMinutes: z.number(),
  })
  .meta({ id: 'SessionQuote' });

const payment = z
  .strictObject({
    id: z.string(),
    method: z.enum(['card', 'transfer']),
    captured: minor,
    refunded: minor,
    refundDue: minor,
    currency: z.string(),
    at: instant,
    /** Whether it pays the session; a second, late or wrong one goes back in full. */
    kept: z.boolean(),
    dispute: z.enum(['none', 'open', 'won', 'lost']),
  })
  .meta({ id: 'SessionPayment' });

const ledgerEntry = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['captured', 'refunded', 'refund_failed', 'disputed', 'dispute_settled']),
    paymentId: z.string(),
    amount: minor,
    currency: z.string().nullable(),
    kept: z.boolean().nullable(),
    reference: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'LedgerEntry' });

const receipt = z
  .strictObject({
    number: z.string(),
    paymentId: z.string(),
    method: z.enum(['card', 'transfer']),
    paidAt: instant,
    /** Minor units; `amount` is `net` and `vat`. */
    amount: minor,
    net: minor,
    vat: minor,
    vatRate: z.number(),
    currency: z.string(),
    refunded: minor,
    refundDue: minor,
  })
  .meta({ id: 'SessionReceipt' });

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

const invoiceData = z.strictObject({
  /** Registro Federal de Contribuyentes: 12 characters for companies, 13 for persons. */
  rfc: z.string().regex(/^[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3}$/),
  legalName: line(254),
  postalCode: z.string().regex(/^[0-9]{5}$/),
  /** Key of c_RegimenFiscal. */
  taxRegime: z.string().regex(/^6[0-9]{2}$/),
  /** Key of c_UsoCFDI. */
  cfdiUse: z.string().regex(/^(G0[1-3]|I0[1-8]|D(0[1-9]|10)|S01|CP01|CN01)$/),
});

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

const shown = {
  status: 200,
  description: 'The session as it stands now',
  schema: remoteSessionSchema,
} as const;
const PROBLEMS = ['session_state', 'invalid_command', 'engine_unavailable'] as const;

/** Paid sessions by ZOOM or ANY DESK. */
export const REMOTE_SESSION_ROUTES = [
  defineRoute({
    id: 'requestRemoteSession',
    method: 'post',
    path: '/tickets/{folio}/remote-sessions',
    tag,
    summary: 'Ask for a paid session',
    permission: 'remote_session.request',
    params: z.strictObject({ folio }),
    body: z.strictObject({ platform: z.enum(PLATFORMS), reason: text(2_000) }),
    answers: [{ status: 201, description: 'Asked for', schema: remoteSessionSchema }],
    problems: [
      'session_underway',
      'ticket_closed',
      'stale_version',
      'needs_repair',
      'invalid_command',
      'engine_unavailable',
    ],
  }),
  defineRoute({
    id: 'listRemoteSessions',
    method: 'get',
    path: '/remote-sessions',
    tag,
    summary: 'Sessions within reach, the last changed first',
    permission: 'remote_session.read',
    query: z.strictObject({
      ...pageQuery,
      folio: folio.optional(),
      state: z.enum(SESSION_STATES).optional(),
      stuck: z.enum(['true']).optional().describe('Only those that support has to look at'),
    }),
    answers: [{ status: 200, description: 'A page of sessions', schema: pageOf(remoteSessionSchema) }],
  }),
  defineRoute({
    id: 'readRemoteSession',
    method: 'get',
    path: '/remote-sessions/{id}',
    tag,
    summary: 'State, price, window, money',
    permission: 'remote_session.read',
    params,
    answers: [shown],
  }),
  defineRoute({
    id: 'quoteRemoteSession',
    method: 'put',
    path: '/remote-sessions/{id}/quote',
    tag,
    summary: 'Send cost and terms; what is left out comes from the policy',
    permission: 'remote_session.quote',
    params,
    body: z.strictObject({
      amount: z.number().int().min(1).max(100_000_000).optional(),
      currency: z.enum(['MXN']).optional(),
      terms: text(10_000).optional(),
      validUntil: instantIn.optional(),
    }),
    answers: [shown],
    problems: [...PROBLEMS, 'ticket_closed'],
  }),
  defineRoute({
    id: 'openRemoteSessionCheckout',
    method: 'post',
    path: '/remote-sessions/{id}/checkout',
    tag,
    summary: 'Accept the quote and get the payment page',
    permission: 'remote_session.checkout',
    params,
    idempotency: 'required',
    answers: [{ ...shown, status: 201 }],
    problems: [...PROBLEMS, 'quote_expired', 'ticket_closed'],
  }),
  defineRoute({
    id: 'confirmRemoteSessionPayment',
    method: 'put',
    path: '/remote-sessions/{id}/payment',
    tag,
    summary: 'Confirm a bank transfer, with its evidence',
    permission: 'remote_session.confirm_payment',
    params,
    body: z.strictObject({
      method: z.literal('transfer'),
      reference: line(100),
      attachmentId: id,
      /** Minor units; the quoted amount unless given. */
      amount: z.number().int().min(1).max(100_000_000).optional(),
    }),
    idempotency: 'required',
    answers: [shown],
    problems: [...PROBLEMS, 'unknown_attachment'],
  }),
  defineRoute({
    id: 'confirmRemoteSessionRefund',
    method: 'put',
    path: '/remote-sessions/{id}/refund',
    tag,
    summary: 'Record that money was sent back by hand: a transfer, or what the provider does not refund',
    permission: 'remote_session.confirm_payment',
    params,
    body: z.strictObject({ paymentId: line(120), reference: line(100) }),
    idempotency: 'required',
    answers: [shown],
    problems: PROBLEMS,
  }),
  defineRoute({
    id: 'listRemoteSessionSlots',
    method: 'get',
    path: '/remote-sessions/{id}/slots',
    tag,
    summary: 'Times that can be chosen once the payment is confirmed',
    permission: 'remote_session.schedule',
    params,
    answers: [
      {
        status: 200,
        description: 'The times, the earliest first',
        schema: z.strictObject({
          items: z.array(z.strictObject({ startsAt: instant, endsAt: instant })),
        }),
      },
    ],
    problems: ['session_state'],
  }),
  defineRoute({
    id: 'chooseRemoteSessionSlot',
    method: 'put',
    path: '/remote-sessions/{id}/slot',
    tag,
    summary: 'Choose a time, or another one',
    permission: 'remote_session.schedule',
    params,
    body: z.strictObject({ startsAt: instantIn }),
    answers: [shown],
    problems: [...PROBLEMS, 'slot_taken', 'too_late'],
  }),
  defineRoute({
    id: 'readRemoteSessionAccess',
    method: 'get',
    path: '/remote-sessions/{id}/access',
    tag,
    summary: 'Link and password, in the window, for its client and its agent',
    permission: 'remote_session.access',
    params,
    answers: [
      {
        status: 200,
        description: 'Never stored by whoever reads it',
        schema: z.strictObject({
          platform: z.enum(PLATFORMS),
          link: z.string(),
          password: z.string(),
          closesAt: instant,
        }),
      },
    ],
    problems: ['outside_window', 'not_ready', 'forbidden'],
  }),
  defineRoute({
    id: 'giveRemoteSessionMeeting',
    method: 'put',
    path: '/remote-sessions/{id}/meeting',
    tag,
    summary: 'AnyDesk address and code, or another meeting when making one failed',
    permission: 'remote_session.meeting',
    params,
    body: z.union([
      z.strictObject({ address: z.string().regex(/^[0-9][0-9 ]{5,20}$/), code: line(100) }),
      z.strictObject({ link: z.url({ protocol: /^https$/ }).max(2_000), password: line(100) }),
    ]),
    answers: [shown],
    problems: PROBLEMS,
  }),
  defineRoute({
    id: 'recordRemoteSessionAttendance',
    method: 'put',
    path: '/remote-sessions/{id}/attendance',
    tag,
    summary: 'The session began, ended, or somebody did not come',
    permission: 'remote_session.attendance',
    params,
    body: z.strictObject({ outcome: z.enum(['started', 'ended', 'client_absent', 'agent_absent']) }),
    answers: [shown],
    problems: [...PROBLEMS, 'too_early'],
  }),
  defineRoute({
    id: 'cancelRemoteSession',
    method: 'delete',
    path: '/remote-sessions/{id}',
    tag,
    summary: 'Cancel, with the refund that the terms give',
    permission: 'remote_session.cancel',
    params,
    body: z.strictObject({ reason: text(2_000).optional() }).optional(),
    answers: [shown],
    problems: PROBLEMS,
  }),
  defineRoute({
    id: 'retryRemoteSession',
    method: 'post',
    path: '/remote-sessions/{id}/retries',
    tag,
    summary: 'Try now what does not succeed, and start again what was ended from outside',
    permission: 'remote_session.attendance',
    params,
    answers: [shown],
    problems: PROBLEMS,
  }),
  defineRoute({
    id: 'putInvoiceData',
    method: 'put',
    path: '/remote-sessions/{id}/invoice-data',
    tag,
    summary: 'What the invoice needs to know of the customer; kept for the next time',
    permission: 'remote_session.checkout',
    params,
    body: invoiceData,
    answers: [shown],
  }),
  defineRoute({
    id: 'putInvoice',
    method: 'put',
    path: '/remote-sessions/{id}/invoice',
    tag,
    summary: 'Attach the CFDI',
    permission: 'remote_session.confirm_payment',
    params,
    body: z.strictObject({ xmlAttachmentId: id, pdfAttachmentId: id }),
    answers: [shown],
    problems: ['unknown_attachment', 'session_state'],
  }),
] as const satisfies readonly Route[];
