import type { EventRepresentation } from '../../contract/ticket';
import { isStaff } from '../../domain/access/role';
import type { EventType, TicketEvent } from '../../domain/ticket/events';
import type { Store } from '../../store/store';
import { attachmentReferences, type RefersTo } from './attachment-references';
import { moneyForClients } from './money-representation';
import type { Principal } from '../principal';

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
  policy_migrated: ['before', 'after', 'reason', 'firstAttentionDue', 'nextReplyDue'],
  // That others have it too is theirs to know; what support calls it is not.
  incident_linked: ['incidentId', 'title'],
  incident_unlinked: ['incidentId', 'title'],
  closed: ['origin'],
};

/** Events as the API shows them. Which of them a client sees at all is decided where they are read. */
export async function representEvents(
  store: Store,
  principal: Pick<Principal, 'role'>,
  events: readonly TicketEvent[],
): Promise<EventRepresentation[]> {
  const files = await attachmentReferences(store, events.flatMap(attachmentIdsOf));
  return events.map((event) => represent(principal, event, files));
}

export async function representEvent(
  store: Store,
  principal: Pick<Principal, 'role'>,
  event: TicketEvent,
): Promise<EventRepresentation> {
  const [shown] = await representEvents(store, principal, [event]);
  if (!shown) throw new Error('one in, one out');
  return shown;
}

function represent(
  { role }: Pick<Principal, 'role'>,
  event: TicketEvent,
  files: RefersTo,
): EventRepresentation {
  const { seq, type, at, actor, commandId, data } = event;
  const hidden = isStaff(role) ? [] : (SUPPORT_ONLY[type] ?? []);
  const shown = Object.entries(data).filter(([field]) => !hidden.includes(field));
  const attachments = 'attachmentIds' in data && { attachments: files(attachmentIdsOf(event)) };
  const money = 'money' in data && !isStaff(role) && data.money && { money: moneyForClients(data.money) };
  return {
    seq,
    type,
    at,
    actor,
    commandId,
    data: { ...Object.fromEntries(shown), ...attachments, ...money },
  };
}

function attachmentIdsOf({ data }: TicketEvent): readonly string[] {
  return 'attachmentIds' in data ? data.attachmentIds : [];
}
