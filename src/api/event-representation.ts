import type { EventRepresentation } from '../contract/ticket';
import { isStaff } from '../domain/access/role';
import type { EventType, TicketEvent } from '../domain/ticket/events';
import { moneyForClients } from './money-representation';
import type { Principal } from './principal';

/**
 * What clients do not get of the events that they see: our own clock, which promises nothing; what agents write for
 * agents; and where the cause lay, which is for the reports.
 */
const SUPPORT_ONLY: Partial<Record<EventType, readonly string[]>> = {
  registered: ['coverage', 'policyVersion', 'calendar', 'firstAttentionDue'],
  categorized: ['note'],
  prioritized: ['firstAttentionDue', 'nextReplyDue', 'reason'],
  message_posted: ['nextReplyDue'],
  phone_call_recorded: ['nextReplyDue'],
  solution_proposed: ['origin'],
  solution_retracted: ['nextReplyDue'],
  reminder_sent: ['phoneTheClient'],
  referred: ['address'],
  closed: ['origin'],
};

/** An event as the API shows it. Which events a client sees at all is decided where they are read. */
export function representEvent({ role }: Pick<Principal, 'role'>, event: TicketEvent): EventRepresentation {
  const { seq, type, at, actor, commandId, data } = event;
  const hidden = isStaff(role) ? [] : (SUPPORT_ONLY[type] ?? []);
  const shown = Object.entries(data).filter(([field]) => !hidden.includes(field));
  const money = 'money' in data && !isStaff(role) && data.money && { money: moneyForClients(data.money) };
  return { seq, type, at, actor, commandId, data: { ...Object.fromEntries(shown), ...money } };
}
