import { createHash } from 'node:crypto';

/** The Message-ID of a notice: the same however often it is sent, and nothing of the recipient in it. */
export function messageIdOf(noticeId: string, folio: string, publicUrl: string): string {
  const digest = createHash('sha256').update(noticeId).digest('hex').slice(0, 24);
  return `<ticket.${folio}.${digest}@${new URL(publicUrl).hostname}>`;
}

/** The id under which mail programs gather what belongs to one ticket. */
export function threadIdOf(folio: string, publicUrl: string): string {
  return `<ticket.${folio}@${new URL(publicUrl).hostname}>`;
}
