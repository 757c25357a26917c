import { isClientSide, type Actor } from '../domain/actor';
import { movesClosing, type EventType, type TicketEvent } from '../domain/ticket/events';
import { isHeldBySession, type Ticket } from '../domain/ticket/ticket';
import type { NewNotice, NoticeKind, RecipientRole } from '../store/notices/notices';

type EventOf<T extends EventType> = Extract<TicketEvent, { type: T }>;

interface Recipient {
  role: RecipientRole;
  recipientId: string;
}

interface Telling {
  kind: NoticeKind;
  to: Recipient[];
}

/** What a plan may look at: the ticket as it stands, everything written with the event, and who supervises. */
interface Setting {
  ticket: Ticket;
  events: readonly TicketEvent[];
  supervisorIds: readonly string[];
}

type Plan<T extends EventType> = (event: EventOf<T>, setting: Setting) => Telling[];

/** Id under which the consulting department gets its notices: it has an address and no account. */
export const CONSULTING = 'consulting';

/**
 * Whom each event is told to. An event without a line is told to nobody; of a paid session only the request, its
 * steps are told from its own events (`plan-session-notices.ts`).
 */
const PLANS: { readonly [T in EventType]?: Plan<T> } = {
  registered: (_event, { ticket }) => [{ kind: 'ticket_registered', to: clients(ticket) }],
  first_attended: (event, setting) =>
    // A question tells more, and a command is one mail to the client.
    isPartOf(event, setting, asksClient) ? [] : [{ kind: 'first_attention', to: clients(setting.ticket) }],
  message_posted: (event, setting) => [messageTelling(event, setting)],
  solution_proposed: (_event, { ticket }) => [{ kind: 'solution_given', to: clients(ticket) }],
  solution_retracted: (_event, { ticket }) => [{ kind: 'wait_ended', to: clients(ticket) }],
  reminder_sent: (event, { ticket }) => [
    { kind: 'closing_near', to: clients(ticket) },
    { kind: 'phone_client', to: event.data.phoneTheClient ? assignee(ticket) : [] },
  ],
  policy_migrated: ({ data }, { ticket }) => [
    // Nobody is told of a closing that a session holds.
    { kind: 'closing_moved', to: movesClosing(data) && !isHeldBySession(ticket) ? clients(ticket) : [] },
  ],
  referred: (event, { ticket }) => [
    { kind: 'consulting_referral', to: [{ role: 'consulting', recipientId: CONSULTING }] },
    // Otherwise the closing says it.
    { kind: 'ticket_referred', to: event.data.keepOpen ? clients(ticket) : [] },
  ],
  referral_updated: (_event, { ticket }) => [{ kind: 'referral_updated', to: clients(ticket) }],
  closed: (_event, { ticket }) => [{ kind: 'ticket_closed', to: clients(ticket) }],
  assigned: ({ data, actor }) => [
    { kind: 'ticket_assigned', to: others(actor, [{ role: 'assignee', recipientId: data.agentId }]) },
  ],
  note_added: ({ data, actor }) => [
    {
      kind: 'note_mention',
      to: others(
        actor,
        data.mentions.map((recipientId) => ({ role: 'mentioned', recipientId })),
      ),
    },
  ],
  target_missed: (_event, { supervisorIds }) => [
    { kind: 'target_missed', to: supervisorIds.map((recipientId) => ({ role: 'supervisor', recipientId })) },
  ],
  session_changed: ({ data, actor }, { ticket, supervisorIds }) => [
    { kind: 'session_requested', to: data.request ? team(ticket, actor, supervisorIds) : [] },
  ],
  mail_failed: (_event, { ticket }) => [{ kind: 'mail_failed', to: assignee(ticket) }],
};

/**
 * The notices that events give, in the order of the events; one per event and recipient.
 * @param setting.events everything that is written at once: the events of one command stand together
 */
export function planNotices(setting: Setting): NewNotice[] {
  const notices = new Map<string, NewNotice>();
  for (const event of setting.events) {
    const plan = PLANS[event.type] as Plan<EventType> | undefined;
    for (const { kind, to } of plan?.(event, setting) ?? []) {
      for (const recipient of to) {
        const notice = { folio: event.folio, seq: event.seq, kind, ...recipient };
        const key = `${event.seq}:${recipient.recipientId}`;
        if (!notices.has(key)) notices.set(key, notice);
      }
    }
  }
  return [...notices.values()];
}

function messageTelling(event: EventOf<'message_posted'>, setting: Setting): Telling {
  const { ticket } = setting;
  if (isClientSide(event.actor)) return { kind: 'client_replied', to: assignee(ticket) };
  if (event.data.awaitsClient) return { kind: 'question_asked', to: clients(ticket) };
  // The mail of the first attention carries the message that came with it.
  const first = isPartOf(event, setting, ({ type }) => type === 'first_attended');
  return { kind: 'reply_published', to: first ? [] : clients(ticket) };
}

/** The requester and the colleagues on the ticket. */
function clients({ requesterId, participantIds }: Ticket): Recipient[] {
  return [
    { role: 'requester', recipientId: requesterId },
    ...participantIds.map((recipientId): Recipient => ({ role: 'participant', recipientId })),
  ];
}

function assignee({ assigneeId }: Ticket): Recipient[] {
  return assigneeId === null ? [] : [{ role: 'assignee', recipientId: assigneeId }];
}

/** Who has the ticket; while nobody has it, those who see to it that somebody does. */
function team(ticket: Ticket, actor: Actor, supervisorIds: readonly string[]): Recipient[] {
  const supervisors = supervisorIds.map((recipientId): Recipient => ({ role: 'supervisor', recipientId }));
  return others(actor, ticket.assigneeId === null ? supervisors : assignee(ticket));
}

/** Nobody of support is told by mail of what they did themselves. */
function others(actor: Actor, recipients: Recipient[]): Recipient[] {
  return recipients.filter(({ recipientId }) => recipientId !== actor.id);
}

function isPartOf(
  { commandId }: TicketEvent,
  { events }: Setting,
  matches: (event: TicketEvent) => boolean,
): boolean {
  return events.some((event) => event.commandId === commandId && matches(event));
}

function asksClient(event: TicketEvent): boolean {
  return event.type === 'message_posted' && event.data.awaitsClient;
}
