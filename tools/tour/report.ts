import type { TicketRepresentation } from '../../src/contract/ticket';

const STATUS: Readonly<Record<TicketRepresentation['status'], string>> = {
  waiting_support: 'waiting for support',
  waiting_client: 'waiting for the client',
  closed: 'closed',
};

/** Prints the steps of one ticket, numbered, with where to watch it. */
export class Report {
  private count = 0;

  constructor(private readonly executionUrl: (folio: string) => string) {}

  title(text: string): void {
    console.log(`\n${text}\n${'─'.repeat(text.length)}`);
  }

  step(name: string, who: string, ticket: TicketRepresentation, ...details: string[]): void {
    this.count += 1;
    const number = String(this.count).padStart(2);
    console.log(`${number}. ${name} (${who}) → ${STATUS[ticket.status]}, version ${ticket.version}`);
    for (const detail of details) this.note(detail);
    this.note(this.executionUrl(ticket.folio));
  }

  note(text: string): void {
    console.log(`    ${text}`);
  }
}
