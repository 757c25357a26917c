import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail that the sink has accepted. */
export interface SunkMail {
  /** Counts the accepted mails, from 1. */
  readonly number: number;
  readonly from: string;
  /** Addresses of the envelope. */
  readonly to: readonly string[];
  readonly receivedAt: Date;
  readonly parsed: ParsedMail;
  /** As it came over the wire. */
  readonly source: string;
}

export interface MailSinkOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Judges a recipient: a reply code refuses it, undefined takes it. */
  refuse?: (address: string) => number | undefined;
  /** Judges a whole mail after its data. */
  refuseMail?: (mail: SunkMail) => number | undefined;
  /** Mails kept; the oldest are forgotten. Default 500. */
  keep?: number;
}

const KEPT_MAILS = 500;
/** How long a stopping server waits for conversations under way. */
const CLOSE_TIMEOUT_MS = 200;

/** A real SMTP server that delivers to nobody and keeps what it was given. */
export class MailSink {
  readonly mails: SunkMail[] = [];
  private count = 0;
  private readonly listeners = new Set<(mail: SunkMail) => void>();

  private readonly server: SMTPServer;

  private constructor(private readonly options: MailSinkOptions) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: CLOSE_TIMEOUT_MS,
      onRcptTo({ address }, _session, answer) {
        const code = options.refuse?.(address);
        answer(code === undefined ? null : replyOf(code));
      },
      onData: (stream, session, answer) => {
        read(stream, session).then(
          (mail) => {
            const code = this.take(mail);
            answer(code === undefined ? null : replyOf(code));
          },
          (error: Error) => answer(error),
        );
      },
    });
    // A client that goes away in the middle is no fault of the sink.
    this.server.on('error', () => undefined);
  }

  /** Listens on the loopback interface. */
  static async start(options: MailSinkOptions = {}): Promise<MailSink> {
    const sink = new MailSink(options);
    await new Promise<void>((resolve, reject) => {
      sink.server.server.once('error', reject);
      sink.server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** Called for each mail once it is accepted. @returns a function that ends it */
  onMail(listener: (mail: SunkMail) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Mails to an address, in the order in which they were accepted. */
  to(address: string): SunkMail[] {
    return this.mails.filter((mail) => mail.to.includes(address));
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  /** Keeps a mail, or answers the code with which it is refused. */
  private take(read: Pick<SunkMail, 'from' | 'to' | 'parsed' | 'source'>): number | undefined {
    const mail: SunkMail = { ...read, number: this.count + 1, receivedAt: new Date() };
    const code = this.options.refuseMail?.(mail);
    if (code !== undefined) return code;
    this.count += 1;
    this.mails.push(mail);
    if (this.mails.length > (this.options.keep ?? KEPT_MAILS)) this.mails.shift();
    for (const listener of this.listeners) listener(mail);
    return undefined;
  }
}

async function read(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Pick<SunkMail, 'from' | 'to' | 'parsed' | 'source'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const source = Buffer.concat(chunks);
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    parsed: await simpleParser(source),
    source: source.toString('utf8'),
  };
}

function replyOf(responseCode: number): Error {
  return Object.assign(new Error(responseCode < 500 ? 'Try again later' : 'Refused'), { responseCode });
}
