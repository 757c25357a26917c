import { createHash } from 'node:crypto';
import pino from 'pino';
import type { Role } from '../../src/domain/access/role';
import type { TicketEvent } from '../../src/domain/ticket/events';
import type { MailFailure } from '../../src/domain/ticket/mail-failure';
import { createSmtpMailer } from '../../src/integrations/mail/smtp-mailer';
import type { Mailer } from '../../src/integrations/mail/mailer';
import { createNotices } from '../../src/notices/create-notices';
import { NoticeSender } from '../../src/relay/send-notices';
import { archiveTicket } from '../../src/store/tickets/archive';
import { appendEvents } from '../../src/store/tickets/events';
import { openStore, type Store } from '../../src/store/store';
import { writeSnapshot } from '../../src/store/tickets/tickets';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { MailSink, type MailSinkOptions, type SunkMail } from '../support/mail-sink';
import { testServers } from '../support/servers';
import type { TicketStory } from '../support/ticket-builder';

export const PUBLIC_URL = 'https://soporte.e-optics.test';
const PATIENCE_MS = 20_000;

export function mailerTo(port: number): Mailer {
  return createSmtpMailer({
    host: '127.0.0.1',
    port,
    secure: false,
    credentials: null,
    from: 'Soporte e-Optics online <no-responder@e-optics.test>',
  });
}

/** A database, a mail server and what lies between them; the projection is played by hand. */
export class PostOffice {
  readonly failures: { folio: string; failure: MailFailure }[] = [];
  private readonly senders: NoticeSender[] = [];

  private constructor(
    readonly store: Store,
    readonly mongoUri: string,
    public sink: MailSink,
  ) {}

  static async open(options: MailSinkOptions = {}): Promise<PostOffice> {
    const { mongoUri } = await testServers();
    return new PostOffice(await openStore(mongoUri), mongoUri, await MailSink.start(options));
  }

  /** A process that sends. */
  startSender(given: { leaseMs?: number; mailer?: Mailer } = {}): NoticeSender {
    const sender = new NoticeSender({
      store: this.store,
      mailer: given.mailer ?? mailerTo(this.sink.port),
      publicUrl: PUBLIC_URL,
      logger: pino({ level: 'silent' }),
      tellTicket: (folio, { recipient, kind }) => {
        this.failures.push({ folio, failure: { recipient, kind } });
        return Promise.resolve('told');
      },
      ...given,
    });
    this.senders.push(sender);
    sender.start();
    return sender;
  }

  async close(): Promise<void> {
    await Promise.all(this.senders.map((sender) => sender.stop()));
    await this.sink.stop();
    await this.store.close();
  }

  async person(id: string, role: Role, organizationId: string | null = 'org-1'): Promise<string> {
    const email = `${id}@${createHash('sha256').update(id).digest('hex').slice(0, 6)}.test`;
    const staff = role === 'agent' || role === 'supervisor' || role === 'admin';
    const at = new Date();
    await this.store.users.create({
      _id: id,
      email,
      name: `Persona ${id}`,
      phone: null,
      role,
      organizationId: staff ? null : organizationId,
      passwordHash: 'none',
      active: true,
      createdAt: at,
      updatedAt: at,
    });
    return email;
  }

  /** Writes events and snapshot as the projection does. @param events those not written yet */
  async project({ ticket }: TicketStory, events: TicketEvent[]): Promise<void> {
    await appendEvents(this.store, events, ticket.organizationId);
    await createNotices(this.store, ticket, events);
    if (ticket.status === 'closed') await archiveTicket(this.store, ticket);
    else await writeSnapshot(this.store, ticket);
    for (const sender of this.senders) sender.wake();
  }

  /** Waits until nothing is left to send. */
  async quiet(): Promise<void> {
    await waitUntil('the last notice', PATIENCE_MS, async () => {
      const left = await this.store.notices.countDocuments({ state: { $in: ['pending', 'sending'] } });
      return left === 0;
    });
  }

  /** Subjects of an address's mails without what all share. */
  subjectsTo(address: string): string[] {
    return this.sink.to(address).map(subjectOf);
  }
}

export function subjectOf(mail: SunkMail): string {
  return (mail.parsed.subject ?? '').replace(/^Ticket \d+: /, '').replace(/ \([^()]*\)$/, '');
}
