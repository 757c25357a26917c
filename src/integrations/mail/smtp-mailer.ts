import { createTransport } from 'nodemailer';
import { judgeSmtpFault } from './judge-smtp-fault';
import type { Mailer, OutgoingMail } from './mailer';
import type { SmtpSettings } from './smtp-settings';

const CONNECTION_TIMEOUT_MS = 10_000;
const SOCKET_TIMEOUT_MS = 20_000;

/**
 * Mails by SMTP, a connection each: a pool would send a mail again by itself when its connection breaks, behind the
 * back of whoever counts.
 */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const { host, port, secure, credentials, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure,
    // A password never crosses the wire in the open.
    requireTLS: credentials !== null && !secure,
    ...(credentials && { auth: { user: credentials.user, pass: credentials.password } }),
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    greetingTimeout: CONNECTION_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail, signal) {
      try {
        await transport.sendMail({ ...message(mail), from, signal });
        return { outcome: 'accepted' };
      } catch (error) {
        return judgeSmtpFault(error);
      }
    },
  };
}

function message({ messageId, to, subject, text, html, thread }: OutgoingMail): Record<string, unknown> {
  return {
    messageId,
    to,
    subject,
    text,
    html,
    references: thread,
    headers: {
      // RFC 3834: no out-of-office answers, and none is mistaken for a person's word.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    list: { id: { comment: 'Soporte e-Optics online', url: listId(messageId) } },
  };
}

/** RFC 2919: a name below the domain that the message ids are made under. */
function listId(messageId: string): string {
  return `soporte.${messageId.slice(messageId.lastIndexOf('@') + 1, -1)}`;
}
