import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';

/** What a Mexican invoice (CFDI) needs to know of the customer. Asked once: kept per organization. */
export interface InvoiceData {
  rfc: string;
  legalName: string;
  postalCode: string;
  /** Key of the SAT catalogue c_RegimenFiscal. */
  taxRegime: string;
  /** Key of the SAT catalogue c_UsoCFDI. */
  cfdiUse: string;
}

/** Invoice data of an organization (`_id = org:<id>`), or the files of a session's CFDI (`_id = <session id>`). */
export interface SessionInvoice {
  _id: string;
  data: InvoiceData | null;
  xmlAttachmentId: string | null;
  pdfAttachmentId: string | null;
  updatedAt: Instant;
}

/** The part of the store that holds them. */
export type SessionInvoicesStore = Holds<'sessionInvoices', SessionInvoice>;

export function sessionInvoiceModel(connection: Connection): Model<SessionInvoice> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      data: { type: Schema.Types.Mixed, default: null },
      xmlAttachmentId: { type: String, default: null },
      pdfAttachmentId: { type: String, default: null },
      updatedAt: String,
    },
    { collection: 'session_invoices' },
  );
  return collection(connection, 'SessionInvoice', schema);
}

export async function keepInvoice(store: SessionInvoicesStore, invoice: SessionInvoice): Promise<void> {
  await store.sessionInvoices.replaceOne({ _id: invoice._id }, invoice, { upsert: true });
}

export function findInvoice(store: SessionInvoicesStore, id: string): Promise<SessionInvoice | null> {
  return store.sessionInvoices.findById(id).lean<SessionInvoice>().exec();
}

/** Where the invoice data of an organization is kept. */
export function invoiceDataId(organizationId: string): string {
  return `org:${organizationId}`;
}
