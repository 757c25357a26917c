import { surely } from './outside';
import type { TicketRun } from './ticket-run';

/** The client's accepted replies: a signal only rings, what was written and when stands in MongoDB. */
export class Inbox {
  constructor(
    private readonly run: TicketRun,
    private rings: boolean,
  ) {}

  /** Whether it is to be looked into. */
  get rang(): boolean {
    return this.rings;
  }

  ring(): void {
    this.rings = true;
  }

  /** Puts the replies onto the ticket, in the order in which they were accepted. */
  async read(): Promise<void> {
    const { run } = this;
    while (this.rings && run.ticket.status !== 'closed') {
      this.rings = false;
      await run.exclusively(async () => {
        if (run.ticket.status === 'closed') return;
        for (const reply of await surely('takeReplies', run.ticket.folio)) {
          const { commandId, bodyHash, actor, body, attachmentIds, receivedAt } = reply;
          if (run.receiptFor(reply)) {
            // On record already, perhaps in an earlier run, where its place is not known here any more.
            const seq = run.events.find((event) => event.commandId === commandId)?.seq ?? 0;
            run.handledReplies.push({ commandId, seq });
            continue;
          }
          const fact = { name: 'receiveReply', data: { body, attachmentIds, receivedAt } } as const;
          await run.carryOut(fact, run.contextOf(actor, commandId, run.now()));
          run.remember(commandId, bodyHash);
          run.handledReplies.push({ commandId, seq: run.ticket.version });
        }
      });
    }
  }
}
