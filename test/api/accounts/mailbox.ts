import pino from 'pino';
import { createSmtpMailer } from '../../../src/integrations/mail/smtp-mailer';
import { NoticeSender } from '../../../src/relay/send-notices';
import type { Store } from '../../../src/store/store';
import { waitUntil } from '../../../tools/toolchain/wait-until';
import { MailSink, type SunkMail } from '../../support/mail-sink';

export const PUBLIC_URL = 'https://soporte.e-optics.test';

/** What a worker does with mails: sends those that are kept to a mail server, which keeps them for the test. */
export class Mailbox {
  private constructor(
    readonly sink: MailSink,
    private readonly store: Store,
    private readonly sender: NoticeSender,
  ) {}

  static async open(store: Store): Promise<Mailbox> {
    const sink = await MailSink.start();
    const mailer = createSmtpMailer({
      host: '127.0.0.1',
      port: sink.port,
      secure: false,
      credentials: null,
      from: 'Soporte e-Optics online <no-responder@e-optics.test>',
    });
    const sender = new NoticeSender({
      store,
      mailer,
      publicUrl: PUBLIC_URL,
      logger: pino({ level: 'silent' }),
      tellTicket: () => Promise.resolve('told'),
    });
    sender.start();
    return new Mailbox(sink, store, sender);
  }

  async close(): Promise<void> {
    await this.sender.stop();
    await this.sink.stop();
  }

  /** The next mail to an address after `seen` of them. */
  next(address: string, seen = 0): Promise<SunkMail> {
    this.sender.wake();
    return waitUntil(`mail ${seen + 1} to ${address}`, 20_000, () => this.sink.to(address)[seen]);
  }

  /** Waits until nothing is left to send; then answers how many mails an address has got. */
  async count(address: string): Promise<number> {
    this.sender.wake();
    await waitUntil('the last mail', 20_000, async () => {
      const left = await this.store.notices.countDocuments({ state: { $in: ['pending', 'sending'] } });
      return left === 0;
    });
    return this.sink.to(address).length;
  }
}

/** The link of a mail; its token stands in the fragment. */
export function linkIn({ parsed }: SunkMail): URL {
  const [link = ''] = /https:\/\/\S+#token=\S+/.exec(parsed.text ?? '') ?? [];
  return new URL(link);
}

export function tokenIn(mail: SunkMail): string {
  return linkIn(mail).hash.replace('#token=', '');
}
