import type { Delivery } from './mailer';

/** Faults of an address or of a mail; everything else is one of the server, the way to it, or our settings. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);

/**
 * Reads a failure of nodemailer. A 5xx counts against the address only when it answers the recipient or the mail
 * itself: a refused log-in or sender is ours to mend, and no reason to phone a client.
 */
export function judgeSmtpFault(error: unknown): Exclude<Delivery, { outcome: 'accepted' }> {
  const { code, command, responseCode } = (error ?? {}) as Fault;
  const name = responseCode ? String(responseCode) : (code ?? 'unknown');
  if (code === 'EENVELOPE' && command === 'API') return { outcome: 'refused', code: 'invalid_address' };
  if (!ABOUT_THE_MAIL.has(command ?? '') || !responseCode || responseCode === 421)
    return { outcome: 'unreachable', code: name };
  // RFC 5321, 4.2.1: 5yz is for good, 4yz for now. 503 blames the session, not the mail.
  const forGood = responseCode >= 500 && responseCode !== 503;
  return { outcome: forGood ? 'refused' : 'postponed', code: name };
}

interface Fault {
  code?: string;
  command?: string;
  responseCode?: number;
}
