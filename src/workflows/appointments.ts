import { SYSTEM } from '../domain/actor';
import type { Instant } from '../domain/instant';
import { agendaOf, type Appointment } from './agenda';
import type { Inbox } from './inbox';
import { surely } from './outside';
import type { TicketRun } from './ticket-run';

/** What the clock brings to a ticket: reminders, targets, and at last the closing by silence. */
export class Appointments {
  constructor(
    private readonly run: TicketRun,
    private readonly inbox: Inbox,
  ) {}

  /** The nearest one, which may have come. */
  get next(): Appointment | undefined {
    return agendaOf(this.run.ticket)[0];
  }

  /** Everything whose instant has come. */
  async keep(): Promise<void> {
    const { run } = this;
    for (let due = this.due(); due; due = this.due()) {
      if (due.fact.name === 'expire') {
        if (!(await this.expire(due.at))) return;
      } else {
        const { version } = run.ticket;
        await run.bringAbout(due.fact, `${due.fact.name}/${due.at}`);
        // A fact that the rules refuse must not hold the clock in a circle.
        if (run.ticket.version === version) return;
      }
    }
  }

  /** What is due, and of several things the closing: nobody is reminded of an hour that has passed. */
  private due(): Appointment | undefined {
    const now = this.run.now();
    const due = agendaOf(this.run.ticket).filter(({ at }) => at <= now);
    return due.find(({ fact }) => fact.name === 'expire') ?? due[0];
  }

  /**
   * Silence closes, unless a reply was accepted before the due instant: sealing the inbox decides, not the order in
   * which the workflow hears of things.
   */
  private async expire(dueAt: Instant): Promise<boolean> {
    const { run } = this;
    const closed = await run.exclusively(async () => {
      if (run.ticket.waiting?.autoCloseAt !== dueAt) return false;
      const handled = run.handledReplies.map((reply) => reply.commandId);
      // An inbox that heard of this instant too late has accepted what came after it, and that stands too.
      const countedUntil = run.dueHeard === dueAt ? dueAt : null;
      const seal = { folio: run.ticket.folio, token: `silence/${dueAt}`, dueAt: countedUntil, handled };
      if (!(await surely('seal', seal))) return false;
      await run.carryOut({ name: 'expire', data: {} }, run.contextOf(SYSTEM, `expire/${dueAt}`, run.now()));
      return true;
    });
    if (closed) return true;
    this.inbox.ring();
    await this.inbox.read();
    return false;
  }
}
