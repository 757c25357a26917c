import { createHash } from 'node:crypto';
import type { RemoteSession } from '../domain/session/session';
import { keepNotices } from '../store/notices/notices';
import type { Store } from '../store/store';

/** Far beyond the events of any session. */
const AFTER_EVENTS = 1e12;

/** Keeps the mail that tells the client's side of an attached CFDI: one for the same two files, however often. */
export async function keepInvoiceMail(
  store: Store,
  { id: folio, clientId }: Pick<RemoteSession, 'id' | 'clientId'>,
  requesterId: string,
  files: { xmlAttachmentId: string; pdfAttachmentId: string },
): Promise<void> {
  const print = createHash('sha256')
    .update(`${files.xmlAttachmentId} ${files.pdfAttachmentId}`)
    .digest('hex');
  const seq = AFTER_EVENTS + Number.parseInt(print.slice(0, 12), 16);
  const recipients = [...new Set([clientId, requesterId])];
  await keepNotices(
    store,
    recipients.map((recipientId) => ({
      folio,
      seq,
      kind: 'invoice_attached',
      role: 'requester',
      recipientId,
    })),
  );
}
