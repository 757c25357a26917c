import type { Mailer, OutgoingMail } from '../../src/integrations/mail/mailer';
import { createSmtpMailer } from '../../src/integrations/mail/smtp-mailer';
import { MailSink } from '../support/mail-sink';

const MAIL: OutgoingMail = {
  messageId: '<1.2.abc@soporte.test>',
  to: { name: 'Rosa Núñez', address: 'rosa@optica.test' },
  subject: 'Ticket 1: ¿cómo va? ñandú',
  text: 'Línea uno\n.\nLínea tres',
  html: '<p>Línea uno</p>',
  thread: '<ticket.1@soporte.test>',
};

let sink: MailSink;
const answers = { recipient: undefined as number | undefined, mail: undefined as number | undefined };

beforeAll(async () => {
  sink = await MailSink.start({ refuse: () => answers.recipient, refuseMail: () => answers.mail });
});
afterAll(() => sink.stop());
beforeEach(() => {
  answers.recipient = undefined;
  answers.mail = undefined;
  sink.mails.length = 0;
});

function mailerTo(port: number): Mailer {
  return createSmtpMailer({
    host: '127.0.0.1',
    port,
    secure: false,
    credentials: null,
    from: 'Soporte e-Optics <no-responder@soporte.test>',
  });
}

function send(mail: OutgoingMail = MAIL, port: number = sink.port): ReturnType<Mailer['send']> {
  return mailerTo(port).send(mail, AbortSignal.timeout(5_000));
}

test('a mail arrives with its id, both parts and the headers that keep robots silent', async () => {
  expect(await send()).toEqual({ outcome: 'accepted' });
  const [mail] = sink.mails;
  expect(mail!.to).toEqual(['rosa@optica.test']);
  expect(mail!.parsed).toMatchObject({
    messageId: MAIL.messageId,
    subject: MAIL.subject,
    html: expect.stringContaining('<p>Línea uno</p>') as string,
    references: MAIL.thread,
  });
  expect(mail!.parsed.text!.trim()).toBe(MAIL.text);
  expect(mail!.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(mail!.source).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
  expect(mail!.source).toMatch(/^List-ID: .*<soporte\.soporte\.test>\r$/im);
});

test.each([
  { recipient: 550, expected: { outcome: 'refused', code: '550' } },
  { recipient: 452, expected: { outcome: 'postponed', code: '452' } },
  { recipient: 421, expected: { outcome: 'unreachable', code: '421' } },
])('a recipient answered $recipient is $expected.outcome', async ({ recipient, expected }) => {
  answers.recipient = recipient;
  expect(await send()).toEqual(expected);
});

test.each([
  { mail: 554, expected: { outcome: 'refused', code: '554' } },
  { mail: 451, expected: { outcome: 'postponed', code: '451' } },
])('a mail answered $mail is $expected.outcome', async ({ mail, expected }) => {
  answers.mail = mail;
  expect(await send()).toEqual(expected);
  expect(sink.mails).toEqual([]);
});

test('an address that is none is refused without asking the server', async () => {
  const mail = { ...MAIL, to: { name: '', address: 'nadie' + '\r\n' + 'RCPT TO:<otro@optica.test>' } };
  const delivery = await send(mail);
  expect(sink.mails.flatMap(({ to }) => to)).not.toContain('otro@optica.test');
  expect(delivery.outcome).not.toBe('accepted');
});

test('a server that is away is unreachable', async () => {
  const gone = await MailSink.start();
  const { port } = gone;
  await gone.stop();
  expect(await send(MAIL, port)).toMatchObject({ outcome: 'unreachable' });
});

test('a server that says nothing is left at the signal', async () => {
  const { createServer } = await import('node:net');
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  const started = Date.now();
  expect(await mailerTo(port).send(MAIL, AbortSignal.timeout(300))).toMatchObject({ outcome: 'unreachable' });
  expect(Date.now() - started).toBeLessThan(5_000);
  await new Promise((resolve) => silent.close(resolve));
});
