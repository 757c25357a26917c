import type { Instant } from '../domain/instant';
import type { EventType } from '../domain/ticket/events';
import type { Ticket } from '../domain/ticket/ticket';
import { onceOnRecord, surely } from './outside';
import type { TicketRun } from './ticket-run';

/** The ticket in MongoDB: what everybody reads while it is open, and the archive in the end. */
export class TicketProjection {
  private dueShown: Instant | null;
  private opening = true;
  /** The last snapshot of this run, null before a ticket's first; not known to a run that carries on. */
  private written: Pick<Ticket, 'version' | 'updatedAt'> | null | undefined;

  constructor(
    private readonly run: TicketRun,
    { carriesOn }: { carriesOn: boolean },
  ) {
    this.dueShown = run.ticket.waiting?.autoCloseAt ?? null;
    this.written = carriesOn ? undefined : null;
  }

  /** Whether MongoDB lacks something. */
  get isBehind(): boolean {
    return this.run.unwritten.length > 0 || this.run.handledReplies.length > 0;
  }

  /**
   * The newest snapshot and the events it still lacks: a burst of commands costs few writes.
   *
   * @returns `archived` when the folio is at rest, and nothing was written
   */
  async write(): Promise<'written' | 'archived'> {
    const { run } = this;
    const { ticket } = run;
    // Copies: while the write is on its way, commands go on adding to the run's own lists.
    const events = [...run.unwritten];
    const handledReplies = [...run.handledReplies];
    const dueAt = ticket.waiting?.autoCloseAt ?? null;
    const dueChanged = dueAt !== this.dueShown;
    const projection = {
      ticket,
      events,
      handledReplies,
      dueChanged,
      opening: this.opening,
      ...(this.written !== undefined && { before: this.written }),
    };
    // The read model may be ahead of an engine that loses a task, it is put right later. A reply that has left its inbox,
    // the instant until which replies count, parts that were started and a place in an incident can not be taken back.
    const forGood = dueChanged || handledReplies.length > 0 || events.some(({ type }) => FOR_GOOD.has(type));
    const { archived } = await (forGood ? onceOnRecord : surely)('project', projection);
    run.unwritten = run.unwritten.slice(events.length);
    run.handledReplies = run.handledReplies.slice(handledReplies.length);
    this.dueShown = dueAt;
    if (dueAt !== null && run.now() < dueAt) run.dueHeard = dueAt;
    this.written = { version: ticket.version, updatedAt: ticket.updatedAt };
    this.opening = false;
    return archived ? 'archived' : 'written';
  }

  /** The archive is the permanent guard; only then may the execution end. */
  async archive(): Promise<void> {
    await onceOnRecord('archive', { ticket: this.run.ticket, events: this.run.unwritten });
    this.run.unwritten = [];
  }
}

const FOR_GOOD: ReadonlySet<EventType> = new Set<EventType>([
  'split',
  'incident_linked',
  'incident_unlinked',
]);
