import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FormDialog } from '../../parts/form-dialog';
import { FileField } from './file-field';
import { SESSIONS_MESSAGES } from './messages';
import { useStep } from './use-step';

interface Files {
  xmlAttachmentId: string;
  pdfAttachmentId: string;
}

/** Attaches both files of a CFDI. */
export function InvoiceDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const [files, setFiles] = useState<Files>({ xmlAttachmentId: '', pdfAttachmentId: '' });
  const attach = useStep<Files>(
    (body, header) => api.PUT('/remote-sessions/{id}/invoice', { params: { path: { id }, header }, body }),
    t('sessions.invoice.done'),
    onClose,
  );
  const labels = { xmlAttachmentId: t('sessions.invoice.xml'), pdfAttachmentId: t('sessions.invoice.pdf') };
  return (
    <FormDialog
      title={t('sessions.invoice.attach')}
      submit={t('sessions.invoice.attach')}
      isPending={attach.isPending}
      problem={attach.error}
      labels={labels}
      onSubmit={() => attach.mutate(files)}
      onClose={onClose}
    >
      <FileField
        id="xmlAttachmentId"
        label={labels.xmlAttachmentId}
        accept=".xml"
        onChange={(file) => setFiles((known) => ({ ...known, xmlAttachmentId: file ?? '' }))}
      />
      <FileField
        id="pdfAttachmentId"
        label={labels.pdfAttachmentId}
        accept="application/pdf"
        onChange={(file) => setFiles((known) => ({ ...known, pdfAttachmentId: file ?? '' }))}
      />
    </FormDialog>
  );
}
