import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from '@temporalio/common';
import type { Milestones, Ticket } from '../domain/ticket/ticket';

/**
 * What an operator can filter executions by. At most ten keywords and three of any other type fit a self-hosted
 * visibility store; nothing personal may stand in any of them, since they are never encrypted.
 */
export const SEARCH_ATTRIBUTES = {
  TicketStatus: 'Keyword',
  TicketMilestone: 'Keyword',
  TicketCategory: 'Keyword',
  TicketPriority: 'Keyword',
  TicketAssignee: 'Keyword',
  TicketOrganization: 'Keyword',
  TicketAutoCloseAt: 'Datetime',
  SessionStatus: 'Keyword',
} as const satisfies Record<string, 'Keyword' | 'Datetime'>;

export const TICKET_STATUS = defineSearchAttributeKey('TicketStatus', SearchAttributeType.KEYWORD);
export const TICKET_MILESTONE = defineSearchAttributeKey('TicketMilestone', SearchAttributeType.KEYWORD);
export const TICKET_CATEGORY = defineSearchAttributeKey('TicketCategory', SearchAttributeType.KEYWORD);
export const TICKET_PRIORITY = defineSearchAttributeKey('TicketPriority', SearchAttributeType.KEYWORD);
export const TICKET_ASSIGNEE = defineSearchAttributeKey('TicketAssignee', SearchAttributeType.KEYWORD);
export const TICKET_ORGANIZATION = defineSearchAttributeKey(
  'TicketOrganization',
  SearchAttributeType.KEYWORD,
);
export const TICKET_AUTO_CLOSE_AT = defineSearchAttributeKey(
  'TicketAutoCloseAt',
  SearchAttributeType.DATETIME,
);
export const SESSION_STATUS = defineSearchAttributeKey('SessionStatus', SearchAttributeType.KEYWORD);

/** What operators filter by; also given at the start, so that a new ticket needs no event for it. */
export function searchAttributesOf(ticket: Ticket): SearchAttributePair[] {
  return [
    { key: TICKET_STATUS, value: ticket.status },
    { key: TICKET_MILESTONE, value: lastMilestone(ticket) },
    { key: TICKET_CATEGORY, value: ticket.type },
    { key: TICKET_ORGANIZATION, value: ticket.organizationId },
    { key: TICKET_PRIORITY, value: ticket.priority },
    { key: TICKET_ASSIGNEE, value: ticket.assigneeId },
    { key: TICKET_AUTO_CLOSE_AT, value: ticket.waiting && new Date(ticket.waiting.autoCloseAt) },
  ].filter((pair) => pair.value !== null) as SearchAttributePair[];
}

const MILESTONES: readonly (keyof Milestones)[] = [
  'resolved',
  'firstAttention',
  'assigned',
  'prioritized',
  'categorized',
  'registered',
];

/** The furthest step of the process that the ticket has reached. */
export function lastMilestone(ticket: Ticket): string {
  return MILESTONES.find((milestone) => ticket.milestones[milestone] !== null) ?? 'registered';
}
