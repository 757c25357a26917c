import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

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
export const TICKET_ORGANIZATION = defineSearchAttributeKey('TicketOrganization', SearchAttributeType.KEYWORD);
export const TICKET_AUTO_CLOSE_AT = defineSearchAttributeKey('TicketAutoCloseAt', SearchAttributeType.DATETIME);
