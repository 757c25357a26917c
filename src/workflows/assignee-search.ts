import type { Instant } from '../domain/instant';
import { surely } from './outside';
import type { TicketRun } from './ticket-run';

/** Automatic assignment: at once when somebody is free, otherwise as soon as somebody becomes so. */
export class AssigneeSearch {
  private agentsRang = false;
  private lookAgainAt: Instant | null = null;

  constructor(private readonly run: TicketRun) {}

  /** Whether there is a reason to look, or to look again. */
  get presses(): boolean {
    const { assignmentWanted, assignmentNews, ticket } = this.run;
    return assignmentWanted && ticket.priority !== null && (this.agentsRang || assignmentNews);
  }

  /** When nobody who is at work can take the ticket: the next shift of an agent with the experience. */
  get nextShift(): { at: Instant; summary: string } | null {
    if (!this.run.assignmentWanted || this.lookAgainAt === null) return null;
    return { at: this.lookAgainAt, summary: 'Next shift of an agent with the experience' };
  }

  /** An agent has become free, or may have. */
  wake(): void {
    this.agentsRang = true;
  }

  /** The next shift of an agent with the experience has begun: look again. */
  keepShifts(): void {
    if (this.lookAgainAt !== null && this.run.now() >= this.lookAgainAt) this.wake();
  }

  async find(): Promise<void> {
    const { run } = this;
    if (!this.presses) return;
    this.agentsRang = false;
    run.assignmentNews = false;
    const { folio, type, priority, createdAt, assigneeId, version } = run.ticket;
    if (!priority) return;
    const found = await surely('findAssignee', {
      folio,
      type,
      priority,
      since: createdAt,
      exceptAgentId: assigneeId,
      at: run.now(),
      version,
    });
    this.lookAgainAt = found.agentId === null ? found.lookAgainAt : null;
    if (found.agentId === null) return;
    const fact = { name: 'assignAutomatically', data: { agentId: found.agentId } } as const;
    // Claimed, closed or classified otherwise during the search: what a person did stands.
    await run.bringAbout(fact, `assign/${version}`, () => run.assignmentWanted && !run.assignmentNews);
  }
}
