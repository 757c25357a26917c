import { createHash } from 'node:crypto';
import type { Model } from 'mongoose';
import { elapsed } from '../../domain/business-time';
import { localDate } from '../../domain/business-time/local-date';
import { DEFAULT_CALENDAR } from '../../domain/default-calendar';
import { epochMs, type Instant } from '../../domain/instant';
import { closingFact, registrationFact, solvedAt } from '../../domain/reports/facts';
import { subjectWords } from '../../domain/reports/subject-words';
import type { EventType, TicketEvent } from '../../domain/ticket/events';
import type { Ticket } from '../../domain/ticket/ticket';
import { findCalendarVersion, type CalendarsStore } from '../accounts/calendars';
import { isDuplicateKey } from '../mongo/duplicate-key';
import { Gather } from '../mongo/gather';
import { oncePer } from '../mongo/once-per';
import { fold } from '../mongo/search-text';
import { isOvertaken, type TicketsStore } from '../tickets/tickets';
import type { ReportDaysStore } from './report-days';
import { bucketOf, nameOf, type FactKind, type Facts, type ReportFactsStore } from './report-facts';

/** The facts, and the days that they add up to. */
type Sums = ReportDaysStore & ReportFactsStore;

/** Changes of what the reports know of an open ticket. */
const REPORTED: ReadonlySet<EventType> = new Set<EventType>(['registered', 'categorized', 'prioritized']);

/** Keeps the registration of an open ticket under what it is classified as by now, when the events touch that. */
export async function keepRegistration(
  store: CalendarsStore & TicketsStore & Sums,
  ticket: Ticket,
  events: readonly Pick<TicketEvent, 'type'>[],
): Promise<void> {
  if (!events.some(({ type }) => REPORTED.has(type))) return;
  // A straggler knows an older classification than the reports do.
  if (!(await isOvertaken(store, ticket))) await writeRegistration(store, ticket);
}

/** Keeps what the reports count of a closed ticket, its registration as it was classified in the end included. */
export async function keepClosing(store: CalendarsStore & Sums, ticket: Ticket): Promise<void> {
  const { closure } = ticket;
  if (!closure) throw new Error(`Ticket ${ticket.folio} is not closed`);
  const fact = closingFact(ticket, closure, await resolutionMinutes(store, ticket));
  await Promise.all([
    writeRegistration(store, ticket),
    write(store, { kind: 'closed', folio: ticket.folio, day: await dayAt(store, ticket, closure.at), fact }),
  ]);
}

async function writeRegistration(store: CalendarsStore & Sums, ticket: Ticket): Promise<void> {
  const { folio, createdAt, organizationId, subject } = ticket;
  const words = subjectWords(fold(subject)).map((word) => wordNumber(organizationId, word));
  const fact = registrationFact(ticket, words);
  await write(store, { kind: 'registered', folio, day: await dayAt(store, ticket, createdAt), fact });
}

/** A number for a word of a customer: the word itself stays in the tickets, and goes with them. */
export function wordNumber(organizationId: string, word: string): number {
  return createHash('sha256').update(`${organizationId} ${word}`).digest().readUInt32BE();
}

async function resolutionMinutes(store: CalendarsStore, ticket: Ticket): Promise<number | null> {
  const calendar = await calendarOf(store, ticket);
  const solved = solvedAt(ticket);
  if (!calendar || solved === null) return null;
  return Math.floor(elapsed(epochMs(ticket.createdAt), epochMs(solved), calendar) / 60_000);
}

/** The date of an instant where the ticket's calendar holds. */
async function dayAt(store: CalendarsStore, ticket: Ticket, instant: Instant): Promise<string> {
  const { timeZone } = (await calendarOf(store, ticket)) ?? DEFAULT_CALENDAR;
  return localDate(new Date(instant), timeZone);
}

function calendarOf(
  store: CalendarsStore,
  { calendar: { id, version } }: Ticket,
): ReturnType<typeof findCalendarVersion> {
  return findCalendarVersion(store, id, version);
}

interface Write {
  kind: FactKind;
  folio: string;
  day: string;
  fact: Facts[FactKind];
}

const writerOf = oncePer(
  (store: Sums) =>
    new Gather<Write, 'written'>(async (facts) => {
      await writeRound(store, facts);
      return facts.map(() => ({ answer: 'written' }));
    }),
);

/** Facts of the same moment share two commands. */
async function write(store: Sums, fact: Write): Promise<void> {
  await writerOf(store).ask(fact);
}

/** The mark comes after the fact: sums made in between are found old by it and made again. */
async function writeRound({ reportFacts, reportDays }: Sums, facts: readonly Write[]): Promise<void> {
  const buckets = new Map<string, Record<string, unknown>>();
  const marks = new Map<string, number>();
  for (const { kind, day, folio, fact } of facts) {
    const bucket = bucketOf(kind, day, folio);
    buckets.set(bucket, { ...buckets.get(bucket), [`facts.${nameOf(folio)}`]: fact });
    marks.set(`${kind}:${day}`, (marks.get(`${kind}:${day}`) ?? 0) + 1);
  }
  await upsertAll(reportFacts, buckets, (facts) => ({ $set: facts }));
  await upsertAll(reportDays, marks, (count) => ({ $inc: { marks: count } }));
}

const MAX_RACES = 5;

/** Of two that make the same document at once one is refused; the next time it is there to be changed. */
async function upsertAll<Document, Change>(
  { collection }: Model<Document>,
  changes: ReadonlyMap<string, Change>,
  update: (change: Change) => object,
): Promise<void> {
  const writes = [...changes].map(([_id, change]) => ({
    updateOne: { filter: { _id }, update: update(change), upsert: true },
  }));
  for (let race = 1; ; race += 1) {
    try {
      await collection.bulkWrite(writes as never[], { ordered: false });
      return;
    } catch (error) {
      if (!isDuplicateKey(error) || race >= MAX_RACES) throw error;
    }
  }
}
