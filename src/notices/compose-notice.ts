import { mayReadTicket } from '../domain/access/ticket-access';
import { isStaff } from '../domain/access/role';
import type { Instant } from '../domain/instant';
import type { TicketEvent } from '../domain/ticket/events';
import type { Ticket } from '../domain/ticket/ticket';
import { findOrganization } from '../store/accounts/organizations';
import { findUser } from '../store/accounts/users';
import { eventOf, type EventDocument } from '../store/tickets/events';
import {
  isSessionNotice,
  type NoticeDocument,
  type NoticeKind,
  type RecipientRole,
} from '../store/notices/notices';
import type { Store } from '../store/store';
import { composeAccountMail, isAccountMail } from './account-mail';
import type { Composed } from './composed';
import { findTicket } from './find-ticket';
import { LETTERS } from './letters/letters';
import { composeSessionMail } from './session-mail';
import { DEFAULT_TIME_ZONE } from './local-instant';
import { threadIdOf } from './message-id';
import { renderLetter } from './render-letter';
import { consoleUrl, siteUrl } from './ticket-url';

interface Recipient {
  readonly name: string;
  readonly address: string;
  readonly timeZone: string;
}

/**
 * Writes a notice at the moment at which it is sent. Who has left the ticket, the customer or the service since then
 * gets nothing, and a reminder that an answer has overtaken is not sent.
 */
export async function composeNotice(
  store: Store,
  notice: Pick<NoticeDocument, 'folio' | 'seq' | 'kind' | 'role' | 'recipientId' | 'createdAt'>,
  publicUrl: string,
): Promise<Composed> {
  if (isAccountMail(notice)) return composeAccountMail(store, notice, publicUrl);
  if (isSessionNotice(notice)) return composeSessionMail(store, notice, publicUrl);
  const { folio, seq, kind, role } = notice;
  const [ticket, stored] = await Promise.all([
    findTicket(store, folio),
    store.events.findById(`${folio}:${seq}`).lean<EventDocument>(),
  ]);
  if (!ticket || !stored || ticket.version < seq) return { wait: true };
  const event = eventOf(stored);
  const recipient = await findRecipient(store, notice, ticket, event);
  if (!recipient) return { drop: 'no_recipient' };
  if (isOvertaken(event, ticket)) return { drop: 'no_longer_true' };
  const [organization, message, referrer] = await Promise.all([
    findOrganization(store, ticket.organizationId),
    messageBeside(store, event),
    role === 'consulting' ? findUser(store, event.actor.id) : null,
  ]);
  const letter = LETTERS[kind as NoticeKind]({
    ticket,
    event,
    role,
    message,
    timeZone: recipient.timeZone,
    siteUrl: siteUrl(publicUrl, folio),
    consoleUrl: consoleUrl(publicUrl, folio, seq),
    organizationName: organization?.name ?? '',
    referrer,
  });
  return {
    mail: {
      to: { name: recipient.name, address: recipient.address },
      ...(await renderLetter(store, letter)),
      thread: threadIdOf(folio, publicUrl),
    },
  };
}

/** Null when there is nobody, or nobody who may know of this, to tell. */
async function findRecipient(
  store: Store,
  { role, recipientId }: { role: RecipientRole; recipientId: string },
  ticket: Ticket,
  event: TicketEvent,
): Promise<Recipient | null> {
  if (role === 'consulting') {
    return event.type === 'referred'
      ? { name: '', address: event.data.address, timeZone: DEFAULT_TIME_ZONE }
      : null;
  }
  const user = await findUser(store, recipientId);
  if (!user?.active) return null;
  const toClient = role === 'requester' || role === 'participant';
  if (isStaff(user.role) === toClient) return null;
  const caller = { role: user.role, userId: user._id, organizationId: user.organizationId };
  if (!mayReadTicket(caller, ticket) || (toClient && !isOnTicket(user._id, ticket))) return null;
  return { name: user.name, address: user.email, timeZone: DEFAULT_TIME_ZONE };
}

function isOnTicket(userId: string, { requesterId, participantIds }: Ticket): boolean {
  return userId === requesterId || participantIds.includes(userId);
}

/** It tells of a closing that is not ahead any more. */
function isOvertaken(event: TicketEvent, { waiting }: Ticket): boolean {
  const told = announcedIn(event);
  return told !== undefined && waiting?.autoCloseAt !== told;
}

function announcedIn({ type, data }: TicketEvent): Instant | undefined {
  if (type === 'reminder_sent') return data.autoCloseAt;
  return type === 'policy_migrated' ? data.wait?.autoCloseAt : undefined;
}

/** The message that the same command published, for the mail of the first attention. */
async function messageBeside(store: Store, { type, folio, commandId }: TicketEvent): Promise<string | null> {
  if (type !== 'first_attended') return null;
  const found = await store.events
    .findOne({ folio, commandId, type: 'message_posted' })
    .lean<{ data: { body: string } }>();
  return found?.data.body ?? null;
}
