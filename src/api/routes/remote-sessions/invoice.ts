import type { REMOTE_SESSION_ROUTES } from '../../../contract/remote-sessions';
import { DomainError } from '../../../domain/domain-error';
import { keepInvoiceMail } from '../../../notices/keep-invoice-mail';
import { findAttachments } from '../../../store/accounts/attachments';
import { touchSession } from '../../../store/remote-sessions/remote-sessions';
import { findInvoice, invoiceDataId, keepInvoice } from '../../../store/remote-sessions/session-invoices';
import type { Deps } from '../../deps';
import { onRecord, type HandlersOf } from '../../handler';
import { ApiError } from '../../problems/api-error';
import { claimFor } from '../../tickets/claim-attachments';
import { readTicket } from '../../tickets/read-ticket';
import { findSession } from './on-session';
import { representSession } from './representation';

type InvoiceRoutes = Pick<HandlersOf<typeof REMOTE_SESSION_ROUTES>, 'putInvoiceData' | 'putInvoice'>;

/** The customer's tax data, asked once, and the CFDI that a supervisor attaches. */
export const sessionInvoiceHandlers: InvoiceRoutes = {
  putInvoiceData: onRecord(findSession, async ({ principal, body }, deps, record) => {
    const updatedAt = deps.clock().toISOString();
    const _id = invoiceDataId(record.organizationId);
    await keepInvoice(deps.store, {
      _id,
      data: body,
      xmlAttachmentId: null,
      pdfAttachmentId: null,
      updatedAt,
    });
    await touchSession(deps.store, record._id);
    return { status: 200, body: await representSession(deps, principal, record) };
  }),

  putInvoice: onRecord(findSession, async ({ principal, body, commandId }, deps, record) => {
    if (record.session.payments.length === 0) throw new DomainError('session_state');
    await assertFiles(deps, [
      [body.xmlAttachmentId, 'application/xml'],
      [body.pdfAttachmentId, 'application/pdf'],
    ]);
    const ids = [body.xmlAttachmentId, body.pdfAttachmentId];
    await claimFor(deps, record.folio, { ids, uploaderId: principal.userId, commandId });
    const before = await findInvoice(deps.store, record._id);
    const updatedAt = deps.clock().toISOString();
    await keepInvoice(deps.store, { _id: record._id, data: before?.data ?? null, ...body, updatedAt });
    const ticket = await readTicket(deps.store, record.folio);
    const requesterId = ticket?.ticket.requesterId ?? record.clientId;
    await keepInvoiceMail(deps.store, record.session, requesterId, body);
    await touchSession(deps.store, record._id);
    return { status: 200, body: await representSession(deps, principal, record) };
  }),
};

/** @throws ApiError `unknown_attachment` for a file that is not there, or of another type */
async function assertFiles(
  { store }: Deps,
  files: readonly (readonly [id: string, type: string])[],
): Promise<void> {
  const found = await findAttachments(
    store,
    files.map(([id]) => id),
  );
  const sound = files.every(([id, type]) => found.some((file) => file._id === id && file.type === type));
  if (!sound) throw new ApiError('unknown_attachment', 'attachmentIds');
}
