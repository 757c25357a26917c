import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { SearchAttributePair } from '@temporalio/common';
import type { Ticket } from '../domain/ticket/ticket';
import type { Appointment } from './agenda';
import {
  lastMilestone,
  TICKET_ASSIGNEE,
  TICKET_AUTO_CLOSE_AT,
  TICKET_CATEGORY,
  TICKET_MILESTONE,
  TICKET_PRIORITY,
  TICKET_STATUS,
} from './search-attributes';

/** Shows an operator where the ticket stands. Search attributes cost an event, so only what changed is sent. */
export class Signposts {
  constructor(private shown: Ticket) {}

  show(ticket: Ticket, next: Appointment | undefined): void {
    const changed = changes(this.shown, ticket);
    if (changed.length > 0) upsertSearchAttributes(changed);
    this.shown = ticket;
    setCurrentDetails(describe(ticket, next));
  }
}

function changes(before: Ticket, now: Ticket): SearchAttributePair[] {
  const pairs = [
    before.status !== now.status && { key: TICKET_STATUS, value: now.status },
    lastMilestone(before) !== lastMilestone(now) && { key: TICKET_MILESTONE, value: lastMilestone(now) },
    before.type !== now.type && { key: TICKET_CATEGORY, value: now.type },
    before.priority !== now.priority && { key: TICKET_PRIORITY, value: now.priority },
    before.assigneeId !== now.assigneeId && { key: TICKET_ASSIGNEE, value: now.assigneeId },
    before.waiting?.autoCloseAt !== now.waiting?.autoCloseAt && {
      key: TICKET_AUTO_CLOSE_AT,
      value: now.waiting ? new Date(now.waiting.autoCloseAt) : null,
    },
  ];
  return pairs.filter((pair) => pair !== false) as SearchAttributePair[];
}

/** Markdown for the Web UI; ids only, since nothing personal may be shown to every operator. */
function describe(ticket: Ticket, next: Appointment | undefined): string {
  const waitsFor = ticket.closure
    ? `Closed: ${ticket.closure.reason}${ticket.closure.dueAt ? `, due ${ticket.closure.dueAt}` : ''}`
    : ticket.waiting
      ? `Waits for the client until **${ticket.waiting.autoCloseAt}** (${ticket.waiting.cause})`
      : `Waits for support${ticket.assigneeId ? ` (agent ${ticket.assigneeId})` : ', not assigned'}`;
  return [
    waitsFor,
    '',
    `- milestone: ${lastMilestone(ticket)}`,
    `- type: ${ticket.type}, priority: ${ticket.priority ?? 'none yet'}`,
    ...(ticket.generalIncident ? [`- part of incident ${ticket.generalIncident.id}`] : []),
    `- version: ${ticket.version}`,
    `- next: ${next ? `${next.summary} (${next.at})` : 'nothing scheduled'}`,
  ].join('\n');
}
