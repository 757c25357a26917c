import { createHash } from 'node:crypto';
import { fold } from '../../src/domain/ticket/evolve';
import type { TicketEvent } from '../../src/domain/ticket/events';
import type { Ticket } from '../../src/domain/ticket/ticket';
import type { ArchiveDocument } from '../../src/store/tickets/archive';
import { lastSeqOf, readAllEvents } from '../../src/store/tickets/events';
import { eventsQuery, stateQuery, ticketWorkflowId } from '../../src/workflows/messages';
import { waitUntil } from '../../tools/toolchain/wait-until';
import type { FaultPerson } from './fault-person';
import type { FaultService } from './fault-service';
import type { Cast } from './fault-steps';
import { eventsIn, taskFailures, type HistoryEvent } from './history-check';

const QUIET_MS = 60_000;

/**
 * What must hold after any fault, once everything runs again: what was promised is there exactly once, every ticket is
 * whole and the same wherever it is kept, no deadline was early or lost, and nobody logged an error.
 */
export async function checkInvariants(service: FaultService, cast: Cast): Promise<void> {
  const folios = (await service.store.intakes.find().select({ _id: 1 }).lean()).map(({ _id }) => _id);
  await inGroups(folios, (folio) => checkTicket(service, folio));
  await checkPromises(service, [cast.client, cast.agent]);
  expect(badLines(service)).toEqual([]);
}

async function checkTicket(service: FaultService, folio: string): Promise<void> {
  const ticket = await atRest(service, folio);
  const events = await readAllEvents(service.store, folio, await lastSeqOf(service.store, folio));
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
  expect(events).toHaveLength(ticket.version);
  expect(fold(events)).toEqual(ticket);
  expect(repeated(events)).toEqual([]);
  checkDeadline(ticket, events);
  if (ticket.status === 'closed') await checkArchive(service, ticket, events);
  else await checkReadModel(service, ticket, events);
  const { store } = service;
  const inbox = await store.inboxes.findById(folio).lean();
  if (ticket.status !== 'closed') expect(inbox?.pending ?? []).toEqual([]);
  await checkHistory(service, folio);
}

/** The ticket as its workflow, or the archive, has it, once nothing is under way any more. */
async function atRest(service: FaultService, folio: string): Promise<Ticket> {
  let trouble = '';
  const look = (): Promise<Ticket | false> =>
    lookAt(service, folio).catch((error: unknown) => {
      trouble = String(error);
      return false;
    });
  return await waitUntil(`ticket ${folio} to come to rest`, QUIET_MS, look).catch((error: unknown) => {
    throw new Error(`${String(error)} ${trouble}`, { cause: error });
  });
}

async function lookAt({ store, client }: FaultService, folio: string): Promise<Ticket | false> {
  const handle = client.workflow.getHandle(ticketWorkflowId(folio));
  // The relay may be the one to find that it runs.
  if ((await store.intakes.findById(folio).lean())?.state !== 'started') return false;
  const archived = await store.archive.findById(folio).lean<ArchiveDocument>();
  if (archived) return (await handle.describe()).status.name === 'COMPLETED' && archived.ticket;
  const { ticket } = await handle.query(stateQuery);
  if (ticket.status === 'closed') return false;
  // A wait that is over ends by a closing, or by the reply that came before.
  if (ticket.waiting && Date.parse(ticket.waiting.autoCloseAt) <= Date.now()) return false;
  const inbox = await store.inboxes.findById(folio).lean();
  const document = await store.tickets.findById(folio).lean();
  return document?.version === ticket.version && !inbox?.pending.length && ticket;
}

async function checkReadModel(
  { store, client }: FaultService,
  ticket: Ticket,
  events: TicketEvent[],
): Promise<void> {
  const document = await store.tickets.findById(ticket.folio).lean();
  expect(document).toMatchObject({
    closed: false,
    needsRepair: false,
    version: ticket.version,
    status: ticket.status,
    assigneeId: ticket.assigneeId,
    autoCloseAt: ticket.waiting?.autoCloseAt ?? null,
  });
  expect(document?.ticket).toEqual(ticket);
  const handle = client.workflow.getHandle(ticketWorkflowId(ticket.folio));
  expect(await handle.query(eventsQuery, { afterSeq: 0, limit: 1_000 })).toEqual(events);
}

async function checkArchive({ store }: FaultService, ticket: Ticket, events: TicketEvent[]): Promise<void> {
  expect(events.filter(({ type }) => type === 'closed')).toHaveLength(1);
  expect(events.at(-1)?.type).toBe('closed');
  const archived = await store.archive.findById(ticket.folio).lean<ArchiveDocument>();
  const digest = createHash('sha256');
  for (const event of events) digest.update(`${JSON.stringify(event)}\n`);
  expect(archived?.eventsDigest).toBe(digest.digest('hex'));
  const tombstone = await store.tickets.findById(ticket.folio).lean();
  expect(tombstone).toMatchObject({ version: ticket.version, closed: true });
  expect(tombstone).not.toHaveProperty('ticket');
  expect(await store.agents.countDocuments({ folios: ticket.folio })).toBe(0);
}

/** Silence closes at its instant, with that instant on record: not before it, and never not at all. */
function checkDeadline(ticket: Ticket, events: TicketEvent[]): void {
  const closed = events.find((event) => event.type === 'closed');
  if (closed?.data.reason !== 'no_client_response') return;
  const dueAt = closed.data.dueAt!;
  expect(closed.at >= dueAt).toBe(true);
  expect(ticket.closure?.dueAt).toBe(dueAt);
  const before = fold(
    events.slice(
      0,
      events.findIndex(({ type }) => type === 'closed'),
    ),
  );
  expect(before.waiting?.autoCloseAt).toBe(dueAt);
  const late = events.filter((event) => event.type === 'message_posted' && event.data.receivedAt >= dueAt);
  expect(late).toEqual([]);
}

/** Events that one command brought about twice. */
function repeated(events: TicketEvent[]): string[] {
  const names = events.map(({ commandId, type }) => `${commandId} ${type}`);
  return names.filter((name, index) => names.indexOf(name) !== index);
}

async function checkPromises({ store }: FaultService, people: FaultPerson[]): Promise<void> {
  const promised = people.flatMap(({ acknowledged }) => acknowledged);
  const missing: string[] = [];
  for (const { folio, commandId } of promised) {
    const events = await store.events.find({ commandId }).lean();
    if (events.length === 0 || events.some((event) => event.folio !== folio))
      missing.push(`${folio} ${commandId}`);
  }
  expect(missing).toEqual([]);
}

/** No task failed by our own fault; one that lost a race against what came meanwhile succeeds the next time. */
async function checkHistory({ client }: FaultService, folio: string): Promise<void> {
  const history = await client.workflow.getHandle(ticketWorkflowId(folio)).fetchHistory();
  expect(taskFailures(history)).toEqual([]);
  const ends = eventsIn(history).filter(isTaskEnd);
  const failedTwice = ends.filter(
    (end, index) => isFailed(end) && ends[index + 1] && isFailed(ends[index + 1]!),
  );
  expect(failedTwice).toEqual([]);
}

function isTaskEnd({ eventType }: HistoryEvent): boolean {
  return (
    eventType === 'EVENT_TYPE_WORKFLOW_TASK_COMPLETED' || eventType === 'EVENT_TYPE_WORKFLOW_TASK_FAILED'
  );
}

function isFailed({ eventType }: HistoryEvent): boolean {
  return eventType === 'EVENT_TYPE_WORKFLOW_TASK_FAILED';
}

const ERROR = 50;

/** Lines at level error, and what a runtime prints of an error that nobody took; an honest 503 is neither. */
function badLines({ lines }: FaultService): string[] {
  return lines.filter(({ text }) => isBad(text)).map(({ from, text }) => `${from}: ${text}`);
}

function isBad(text: string): boolean {
  if (!text.startsWith('{')) return /unhandled|uncaught|^\w*Error\b/i.test(text);
  const line = JSON.parse(text) as { level?: number; status?: number; res?: { status?: number } };
  return (line.level ?? 0) >= ERROR && (line.status ?? line.res?.status) !== 503;
}

async function inGroups<T>(items: T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** How long after its due instant a ticket was closed by silence, in milliseconds. */
export function lateness({ closure }: Pick<Ticket, 'closure'>): number {
  return Date.parse(closure!.at) - Date.parse(closure!.dueAt!);
}
