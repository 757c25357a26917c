import type { TicketEvent } from '../../domain/ticket/events';
import type { Ticket } from '../../domain/ticket/ticket';
import type { ArchiveDocument, ArchiveStore } from '../tickets/archive';
import { noteErasedRecord, type ErasuresStore } from './erasures';
import { blankData, blankPaths, blankRegistered, blankTicket, ERASED } from './erasures-texts';
import { digestOfEvents, eventKey, readAllEvents, type EventsStore } from '../tickets/events';
import type { InboxDocument, InboxesStore } from '../tickets/inbox-document';
import type { IntakeDocument, IntakesStore } from '../tickets/intakes';
import { keepClosing } from '../desk/keep-facts';
import { type ReportFactsStore } from '../desk/report-facts';
import { searchText } from '../mongo/search-text';
import type { CalendarsStore } from '../accounts/calendars';
import type { ReportDaysStore } from '../desk/report-days';

/** What is read and written here. */
type Reach = ArchiveStore &
  CalendarsStore &
  ErasuresStore &
  EventsStore &
  InboxesStore &
  IntakesStore &
  ReportDaysStore &
  ReportFactsStore;

/** Whose data goes, and how it is known in records. */
export interface Erased {
  personId: string;
  email: string;
}

/**
 * Blanks one closed ticket. Of the person's own everything that anybody wrote; of another's what the person wrote, and
 * what they gave while it was theirs. Ids, instants and codes stay, so that the record and the reports count on.
 */
export async function blankRecord(
  store: Reach,
  folio: string,
  { person, whole }: { person: Erased; whole: boolean },
): Promise<void> {
  const record = await store.archive.findById(folio).lean<ArchiveDocument>();
  if (!record) throw new Error(`Ticket ${folio} is not in the archive`);
  const { version } = record.ticket;
  const events = await readAllEvents(store, folio, version);
  for (const event of events) {
    const isTheirs = whole || event.actor.id === person.personId;
    const data = isTheirs ? blankData(event) : withoutContact(event, person);
    if (data) await store.events.updateOne({ _id: eventKey(folio, event.seq) }, { $set: { data } });
  }
  const ticket = whole ? blankTicket(record.ticket) : blankPart(record.ticket, events, person);
  await store.archive.updateOne({ _id: folio }, { $set: { ticket, search: searchText(ticket) } });
  // The words of its subject do not count any more.
  await keepClosing(store, ticket);
  await blankIntake(store, folio, { person, whole });
  await blankInbox(store, folio, { person, whole });
  await noteErasedRecord(store, person.personId, {
    folio,
    digestBefore: record.eventsDigest,
    digestAfter: digestOfEvents(await readAllEvents(store, folio, version)),
  });
}

/** A ticket that is somebody else's: what the person gave when it was theirs, and where they are the contact. */
function blankPart(ticket: Ticket, events: readonly TicketEvent[], person: Erased): Ticket {
  const registered = events.find(({ type }) => type === 'registered');
  const wasTheirs = registered?.type === 'registered' && registered.data.requesterId === person.personId;
  const closedByThem = ticket.closure?.by.id === person.personId;
  const paths = [
    ...(wasTheirs ? ['subject', 'description', 'onBehalfReason'] : []),
    ...(isContact(ticket.contact, person) ? ['contact'] : []),
    ...(closedByThem ? ['closure.message'] : []),
  ];
  return blankPaths(ticket, paths);
}

/** Somebody else's event in which the person is the contact; null when it is not one. */
function withoutContact(event: TicketEvent, person: Erased): TicketEvent['data'] | null {
  if (event.type === 'registered') {
    const theirs = event.data.requesterId === person.personId || isContact(event.data.contact, person);
    return theirs ? blankRegistered(event.data) : null;
  }
  if (event.type !== 'contact_corrected') return null;
  const paths = (['contact', 'from'] as const).filter((name) => isContact(event.data[name], person));
  return paths.length > 0 ? blankPaths(event.data, paths) : null;
}

function isContact({ email }: { email: string }, person: Erased): boolean {
  return email.toLowerCase() === person.email;
}

/** The registration as it was accepted. */
async function blankIntake(
  store: IntakesStore,
  folio: string,
  { person, whole }: { person: Erased; whole: boolean },
): Promise<void> {
  const intake = await store.intakes.findById(folio).lean<IntakeDocument>();
  if (!intake) return;
  const { registration } = intake.input;
  const theirs = registration.requesterId === person.personId || isContact(registration.contact, person);
  if (!whole && !theirs) return;
  await store.intakes.updateOne(
    { _id: folio },
    { $set: { 'input.registration': blankRegistered(registration) } },
  );
}

/** Replies that nobody has taken up: those that came too late for the record. */
async function blankInbox(
  store: InboxesStore,
  folio: string,
  { person, whole }: { person: Erased; whole: boolean },
): Promise<void> {
  const inbox = await store.inboxes.findById(folio).lean<InboxDocument>();
  if (!inbox) return;
  const pending = inbox.pending.map((reply) =>
    whole || reply.actor.id === person.personId ? { ...reply, body: ERASED } : reply,
  );
  await store.inboxes.updateOne({ _id: folio, rev: inbox.rev }, { $set: { pending, rev: inbox.rev + 1 } });
}
