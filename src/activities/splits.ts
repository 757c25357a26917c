import type { SupportPolicy } from '../domain/policy/support-policy';
import type { VersionedCalendar } from '../domain/calendar';
import type { Actor } from '../domain/actor';
import type { Instant } from '../domain/instant';
import type { SplitPart } from '../domain/ticket/commands';
import type { Ticket } from '../domain/ticket/ticket';
import { findIntakeByCommand, keepIntake, type IntakeDocument } from '../store/tickets/intakes';
import { firstAttentionDue } from './deadlines';
import type { ActivityDeps } from './ports';

export interface SplitOrder {
  ticket: Ticket;
  parts: SplitPart[];
  commandId: string;
  actor: Actor;
  at: Instant;
  policy: SupportPolicy;
  calendar: VersionedCalendar;
}

export interface SplitActivities {
  /**
   * Keeps a registration for each part and returns their folios, in the order of the parts. They start only once
   * the split is on record; the same command finds the same folios.
   */
  reserveParts(order: SplitOrder): Promise<string[]>;
}

export function createSplitActivities({ store, folios, ticketKeys }: ActivityDeps): SplitActivities {
  return {
    async reserveParts(order) {
      const reserved: string[] = [];
      for (const [index, part] of order.parts.entries()) {
        const commandId = `${order.commandId}/${index + 1}`;
        const found = await findIntakeByCommand(store, commandId);
        if (found) {
          reserved.push(found._id);
          continue;
        }
        const folio = await folios.next();
        const key = await ticketKeys?.mint(folio, order.ticket.organizationId);
        const intake = await keepIntake(store, {
          _id: folio,
          commandId,
          bodyHash: '',
          state: 'held',
          organizationId: order.ticket.organizationId,
          createdAt: order.at,
          input: partInput(order, part, commandId),
          ...(key && { key }),
        });
        ticketKeys?.admit(intake._id, intake.key);
        reserved.push(intake._id);
      }
      return reserved;
    },
  };
}

/** A part inherits what it does not give: customer, people, contact, product, and the evidence of its coverage. */
function partInput(order: SplitOrder, part: SplitPart, commandId: string): IntakeDocument['input'] {
  const { ticket, at, policy, calendar } = order;
  return {
    registeredAt: at,
    actor: order.actor,
    commandId,
    registration: {
      subject: part.subject,
      description: part.description,
      type: part.type,
      incidentAt: part.incidentAt ?? ticket.incidentAt,
      product: ticket.product,
      productVersion: ticket.productVersion,
      contact: ticket.contact,
      organizationId: ticket.organizationId,
      requesterId: ticket.requesterId,
      branchId: ticket.branchId ?? null,
      participantIds: ticket.participantIds,
      attachmentIds: [],
      onBehalfReason: ticket.onBehalfReason,
      follows: null,
      splitFrom: ticket.folio,
      coverage: ticket.coverage,
      policyVersion: policy.version,
      calendar: { id: calendar.id, version: calendar.version },
      firstAttentionDue: firstAttentionDue({ type: part.type, from: at }, policy, calendar),
    },
  };
}
