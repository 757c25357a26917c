import pino from 'pino';
import type { Mailer } from '../../src/integrations/mail/mailer';
import { createSmtpMailer } from '../../src/integrations/mail/smtp-mailer';
import { NoticeSender } from '../../src/relay/send-notices';
import { openStore } from '../../src/store/store';

/** A process that sends notices, and dies right after the server has accepted its n-th mail when it is told to. */
async function main([mongoUri, port, dieAfter]: string[]): Promise<void> {
  const store = await openStore(mongoUri!);
  const smtp = createSmtpMailer({
    host: '127.0.0.1',
    port: Number(port),
    secure: false,
    credentials: null,
    from: 'Soporte <no-responder@e-optics.test>',
  });
  let accepted = 0;
  const mailer: Mailer = {
    async send(mail, signal) {
      const delivery = await smtp.send(mail, signal);
      if (delivery.outcome === 'accepted') accepted += 1;
      if (accepted === Number(dieAfter)) process.kill(process.pid, 'SIGKILL');
      return delivery;
    },
  };
  const sender = new NoticeSender({
    store,
    mailer,
    publicUrl: 'https://soporte.e-optics.test',
    logger: pino({ level: 'silent' }),
    tellTicket: () => Promise.resolve('told'),
    leaseMs: 3_000,
  });
  sender.start();
}

void main(process.argv.slice(2));
