import { z } from 'zod';
import { ROLES } from '../domain/access/role';
import { CLOSURE_REASONS, ORIGINS } from '../domain/classification/closure-reasons';
import { IMPACTS, PRIORITIES, URGENCIES } from '../domain/classification/priority';
import { MAIL_FAILURES, MAIL_RECIPIENTS } from '../domain/ticket/mail-failure';
import { attachmentReferenceSchema } from './attachments';
import { folio, instant } from './fields';

/** Who acted: a person with the role they acted in, or the service itself. */
export const actorSchema = z
  .strictObject({ id: z.string(), role: z.enum([...ROLES, 'system']) })
  .meta({ id: 'Actor' });

/** A person; `name` is null for the client when it is somebody of support. */
const person = z
  .strictObject({ id: z.string(), name: z.string().nullable() })
  .meta({ id: 'PersonReference' });

const stamp = z.strictObject({ at: instant, by: actorSchema }).meta({ id: 'Stamp' });

const organization = z
  .strictObject({ id: z.string(), name: z.string().nullable() })
  .meta({ id: 'OrganizationReference' });

export const contactSchema = z
  .strictObject({ name: z.string(), email: z.string(), phone: z.string() })
  .meta({ id: 'Contact' });

const attention = z
  .strictObject({
    nature: z.string(),
    priorityConfirmed: z.boolean(),
    contactConfirmed: z.boolean(),
    historyReviewed: z.boolean(),
    possibleSolutions: z.array(z.strictObject({ summary: z.string(), estimatedMinutes: z.number() })),
    responsibilities: z.string(),
  })
  .meta({ id: 'FirstAttention' });

const waiting = z
  .strictObject({
    cause: z.enum(['solution', 'question']),
    since: instant,
    autoCloseAt: instant,
    reminders: z.array(z.strictObject({ hours: z.number(), at: instant })),
  })
  .meta({ id: 'WaitingForClient' });

const closure = z
  .strictObject({
    reason: z.enum(CLOSURE_REASONS),
    at: instant,
    /** The due instant when the 48 business hours closed it. */
    dueAt: instant.nullable(),
    by: actorSchema,
    message: z.string().nullable(),
    confirmedBy: z.enum(['client_message', 'call', 'none']).nullable(),
    origin: z.enum(ORIGINS).nullable(),
    duplicateOf: folio.nullable(),
    solutionGiven: z.boolean(),
  })
  .meta({ id: 'Closure' });

const target = z.strictObject({ since: instant, dueAt: instant, alarmed: z.boolean() }).nullable();

/** What support sees for itself: our own clock is never a promise to the client. */
const internal = z
  .strictObject({
    targets: z.strictObject({ firstAttention: target, nextReply: target }),
    outcomes: z.array(
      z.strictObject({
        target: z.enum(['first_attention', 'next_reply']),
        dueAt: instant,
        met: z.boolean(),
        businessMinutes: z.number(),
      }),
    ),
    estimateOverrun: z.boolean(),
    coverage: z.record(z.string(), z.unknown()),
    policyVersion: z.number().int(),
    calendar: z.strictObject({ id: z.string(), version: z.number().int() }),
    needsRepair: z.boolean(),
    /** Mails that did not arrive: phone the client. One per kind of recipient, with its first failure. */
    mailFailed: z.array(
      z.strictObject({ recipient: z.enum(MAIL_RECIPIENTS), kind: z.enum(MAIL_FAILURES), since: instant }),
    ),
  })
  .meta({ id: 'TicketInternals' });

const ticketShape = {
  folio,
  status: z.enum(['waiting_support', 'waiting_client', 'closed']),
  milestones: z.strictObject({
    registered: stamp,
    categorized: stamp.nullable(),
    prioritized: stamp.nullable(),
    assigned: stamp.nullable(),
    firstAttention: stamp.nullable(),
    resolved: stamp.nullable(),
  }),
  subject: z.string(),
  description: z.string(),
  type: z.string(),
  priority: z.enum(PRIORITIES).nullable(),
  impact: z.enum(IMPACTS).nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  assignee: person.nullable(),
  organization,
  /** `name` is null once the branch has been removed. */
  branch: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
  requester: person,
  participants: z.array(person),
  contact: contactSchema,
  incidentAt: instant,
  product: z.string(),
  productVersion: z.string(),
  attachmentIds: z.array(z.string()),
  /** The same files with what is known of them. */
  attachments: z.array(attachmentReferenceSchema),
  onBehalfReason: z.string().nullable(),
  attention: attention.nullable(),
  /** Until when the agent expects to be done, in the client's eyes. */
  estimatedAt: instant.nullable(),
  solution: stamp.nullable(),
  waiting: waiting.nullable(),
  autoCloseAt: instant.nullable(),
  /** The hand-over to consulting; the cost in minor units. */
  referral: z
    .strictObject({
      at: instant,
      reference: z.string().nullable(),
      cost: z.strictObject({ amount: z.number().int(), currency: z.enum(['MXN']) }).nullable(),
    })
    .nullable(),
  remoteSessions: z.array(z.strictObject({ id: z.string(), state: z.string() })),
  closure: closure.nullable(),
  links: z.strictObject({
    follows: folio.nullable(),
    followedBy: z.array(folio),
    splitFrom: folio.nullable(),
    splitInto: z.array(folio),
  }),
  createdAt: instant,
  updatedAt: instant,
  version: z.number().int(),
  /** The incident that it is one of the tickets of; null for clients. */
  incident: z
    .strictObject({ id: z.string(), title: z.string() })
    .meta({ id: 'IncidentReference' })
    .nullable(),
  /** Null for clients. */
  internal: internal.nullable(),
};

export const ticketSchema = z.strictObject(ticketShape).meta({ id: 'Ticket' });
export type TicketRepresentation = z.output<typeof ticketSchema>;

export const ticketEventSchema = z
  .strictObject({
    seq: z.number().int(),
    type: z.string(),
    at: instant,
    actor: actorSchema,
    commandId: z.string(),
    data: z
      .record(z.string(), z.unknown())
      .describe('Beside `attachmentIds`, `attachments` gives each file as an AttachmentReference'),
  })
  .meta({ id: 'TicketEvent' });
export type EventRepresentation = z.output<typeof ticketEventSchema>;

/** A closed ticket with its whole history. */
export const archivedTicketSchema = z
  .strictObject({ ...ticketShape, events: z.array(ticketEventSchema) })
  .meta({ id: 'ArchivedTicket' });

/** The ticket after a message, with the event that the message became. */
export const messageAcceptedSchema = z
  .strictObject({ ...ticketShape, event: ticketEventSchema })
  .meta({ id: 'MessageAccepted' });
