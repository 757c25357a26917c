import { isStaff } from '../domain/access/role';
import { mayReadTicket } from '../domain/access/ticket-access';
import type { SessionEvent } from '../domain/session/events';
import type { RemoteSession } from '../domain/session/session';
import type { Ticket } from '../domain/ticket/ticket';
import { findOrganization } from '../store/accounts/organizations';
import { findUser, type User } from '../store/accounts/users';
import type { NoticeDocument, SessionMailKind } from '../store/notices/notices';
import {
  findRemoteSession,
  type RemoteSessionDocument,
  type SessionEventDocument,
} from '../store/remote-sessions/remote-sessions';
import type { Store } from '../store/store';
import type { Composed } from './composed';
import { findTicket } from './find-ticket';
import type { Letter } from './letter';
import { SESSION_LETTERS } from './letters/session';
import { invoiceAttached } from './letters/session-money-letters';
import { DEFAULT_TIME_ZONE } from './local-instant';
import { threadIdOf } from './message-id';
import { renderLetter } from './render-letter';
import type { SessionMatter } from './session-letter';
import { consoleUrl, sessionUrls, siteUrl } from './ticket-url';

/**
 * Writes a mail about a paid session at the moment at which it is sent. Who may not know of the session any more gets
 * nothing, and what the session has left behind meanwhile (a reminder of a time that was moved) is not sent.
 */
export async function composeSessionMail(
  store: Store,
  {
    folio: sessionId,
    seq,
    kind,
    role,
    recipientId,
  }: Pick<NoticeDocument, 'folio' | 'seq' | 'kind' | 'role' | 'recipientId'>,
  publicUrl: string,
): Promise<Composed> {
  const [record, user] = await Promise.all([
    findRemoteSession(store, sessionId),
    findUser(store, recipientId),
  ]);
  if (!record) return { wait: true };
  const { session } = record;
  const ticket = await findTicket(store, session.folio);
  if (!ticket) return { wait: true };
  if (!user || !mayBeTold(user, role === 'requester', ticket)) return { drop: 'no_recipient' };
  const organization = await findOrganization(store, session.organizationId);
  const matter: SessionMatter = {
    session,
    ticket,
    timeZone: DEFAULT_TIME_ZONE,
    siteUrl: siteUrl(publicUrl, session.folio),
    consoleUrl: consoleUrl(publicUrl, session.folio),
    pages: sessionUrls(publicUrl, sessionId),
    organizationName: organization?.name ?? '',
  };
  const letter =
    kind === 'invoice_attached'
      ? invoiceAttached(matter)
      : await stepLetter(store, kind as SessionMailKind, seq, record, matter);
  if (letter === 'not_yet') return { wait: true };
  if (letter === 'overtaken') return { drop: 'no_longer_true' };
  return {
    mail: {
      to: { name: user.name, address: user.email },
      ...(await renderLetter(store, letter)),
      thread: threadIdOf(session.folio, publicUrl),
    },
  };
}

/** Of one step of the session. */
async function stepLetter(
  store: Store,
  kind: SessionMailKind,
  seq: number,
  { _id: sessionId, version, session }: RemoteSessionDocument,
  matter: SessionMatter,
): Promise<Letter | 'not_yet' | 'overtaken'> {
  const event = await store.sessionEvents.findById(`${sessionId}:${seq}`).lean<SessionEventDocument>();
  if (!event || version < seq) return 'not_yet';
  if (isOvertaken(event, session)) return 'overtaken';
  const earlier = await store.sessionEvents
    .find({ sessionId, name: event.name, seq: { $lt: seq } })
    .lean<SessionEventDocument[]>();
  // One mail tells of a page whose card was refused, however often it is tried.
  if (event.name === 'payment_refused' && earlier.some((one) => isOfPage(one, event.data.checkoutId)))
    return 'overtaken';
  return SESSION_LETTERS[kind]({ ...matter, event, again: earlier.length > 0 });
}

function isOfPage(event: SessionEvent, checkoutId: string): boolean {
  return event.name === 'payment_refused' && event.data.checkoutId === checkoutId;
}

function mayBeTold(user: User, asClient: boolean, ticket: Ticket): boolean {
  if (!user.active || isStaff(user.role) === asClient) return false;
  return mayReadTicket({ role: user.role, userId: user._id, organizationId: user.organizationId }, ticket);
}

/** Whether the session is past what the event tells of. */
function isOvertaken(event: SessionEvent, session: RemoteSession): boolean {
  const { state, slot, quote, checkout } = session;
  const attended = state === 'scheduled' || state === 'in_progress';
  switch (event.name) {
    case 'quoted':
      return quote?.validUntil !== event.data.validUntil || quote.amountMinor !== event.data.amountMinor;
    case 'quote_reminded':
      return state !== 'quoted' || quote?.validUntil !== event.data.validUntil;
    case 'payment_refused':
      return state !== 'checkout' || checkout?.open !== true || checkout.closing;
    case 'checkout_opened':
      return state !== 'checkout' || checkout?.id !== event.data.checkoutId;
    case 'slot_chosen':
    case 'reminded':
      return !attended || slot?.startsAt !== event.data.startsAt;
    case 'access_opened':
    case 'meeting_ready':
    case 'meeting_given':
      return !attended;
    case 'unattended':
      return state !== 'scheduled';
    case 'warned':
      return state !== 'in_progress';
    default:
      return false;
  }
}
