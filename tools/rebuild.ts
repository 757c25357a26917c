import type { Client } from '@temporalio/client';
import { readConfig } from '../src/config';
import type { TicketEvent } from '../src/domain/ticket/events';
import type { Ticket } from '../src/domain/ticket/ticket';
import { lazyClient } from '../src/engine/lazy-client';
import { openTicketKeys } from '../src/engine/open-ticket-keys';
import { giveFolio } from '../src/store/desk/agents';
import { entomb, restoreSnapshot, storedState } from '../src/store/tickets/tickets';
import { appendEvents, dropMarked, eventMarks } from '../src/store/tickets/events';
import { settleInbox } from '../src/store/tickets/inboxes';
import { renewDays } from '../src/store/desk/report-days';
import { keepClosing, keepRegistration } from '../src/store/desk/keep-facts';
import { openStore, type Store } from '../src/store/store';
import { rebuildSessions } from './rebuild/rebuild-sessions';
import { takeLeftSettings } from './start/left-settings';
import { runMain } from './toolchain/run-main';
import { agentsAvailable, eventsQuery, stateQuery, ticketWorkflowId } from '../src/workflows/messages';

export interface Rebuilt {
  open: number;
  closed: number;
  /** Folios whose execution did not answer; run the rebuild again for them. */
  failed: string[];
}

/** Events asked for at once; a page stays far below the engine's limit of 2 MB. */
const PAGE = 50;
/** Executions asked at the same time. */
const CONCURRENCY = 8;
/** Closed tickets whose numbers for the reports are written together. */
const COUNTED_AT_ONCE = 64;

/**
 * Builds the open tickets' read model, and the events of their current runs, anew from the workflows; closed tickets
 * get their tombstones back from the archive, and the reports what they count. Needs a running worker. Repeating it is
 * harmless, also while people work.
 */
export async function rebuild(store: Store, client: Client): Promise<Rebuilt> {
  const closed = await restoreTombstones(store);
  const failed: string[] = [];
  let open = 0;
  const folios = openFolios(client);
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (let next = await folios.next(); !next.done; next = await folios.next()) {
        try {
          await rebuildTicket(store, client, next.value);
          open += 1;
        } catch {
          failed.push(next.value);
        }
      }
    }),
  );
  await renewDays(store);
  return { open, closed, failed };
}

/** One open ticket from its workflow, which is asked only after a look at what is stored: all of that it knows of. */
export async function rebuildTicket(store: Store, client: Client, folio: string): Promise<void> {
  const [seen, marks] = await Promise.all([storedState(store, folio), eventMarks(store, folio)]);
  const handle = client.workflow.getHandle(ticketWorkflowId(folio));
  const { ticket } = await handle.query(stateQuery);
  for (let afterSeq = 0; ;) {
    const events: TicketEvent[] = await handle.query(eventsQuery, { afterSeq, limit: PAGE });
    await appendEvents(store, events, ticket.organizationId);
    if (events.length < PAGE) break;
    afterSeq = events.at(-1)!.seq;
  }
  await dropMarked(
    store,
    marks.filter(({ seq }) => seq > ticket.version),
  );
  if (ticket.status === 'closed') return;
  await settleInbox(store, folio, {
    version: ticket.version,
    dueAt: ticket.waiting?.autoCloseAt ?? null,
    handled: [],
  });
  if (ticket.assigneeId) await giveFolio(store, folio, ticket.assigneeId);
  await restoreSnapshot(store, ticket, seen);
  await keepRegistration(store, ticket, [{ type: 'registered' }]);
  if (waitsForAgent(ticket)) await handle.signal(agentsAvailable);
}

function waitsForAgent(ticket: Ticket): boolean {
  return ticket.assigneeId === null && ticket.priority !== null && ticket.milestones.categorized !== null;
}

async function restoreTombstones(store: Store): Promise<number> {
  let count = 0;
  const counting: Promise<void>[] = [];
  for await (const { ticket } of store.archive.find().select({ ticket: 1 }).lean().cursor()) {
    await entomb(store, ticket);
    counting.push(keepClosing(store, ticket));
    if (counting.length >= COUNTED_AT_ONCE) await Promise.all(counting.splice(0));
    count += 1;
  }
  await Promise.all(counting);
  return count;
}

async function* openFolios(client: Client): AsyncGenerator<string> {
  const query = `WorkflowType = 'ticket' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query }))
    yield workflowId.slice('ticket-'.length);
}

async function main(): Promise<void> {
  takeLeftSettings();
  const config = readConfig();
  const store = await openStore(config.mongodbUri);
  const client = lazyClient(openTicketKeys(store, config.payloadMasterKeys));
  try {
    const { open, closed, failed: tickets } = await rebuild(store, client);
    console.log(`rebuilt ${open} open tickets and ${closed} tombstones of closed ones`);
    const { sessions, failed: others } = await rebuildSessions(store, client);
    console.log(`rebuilt ${sessions} paid sessions`);
    const failed = [...tickets, ...others];
    if (failed.length > 0) {
      console.log(`${failed.length} did not answer, run it again for them: ${failed.join(', ')}`);
      process.exitCode = 1;
    }
  } finally {
    await client.connection.close();
    await store.close();
  }
}

if (require.main === module) runMain(main);
