import { Button, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { filesOf } from '../../../ui/attachments/files-of';
import { AttachmentLinks } from '../../../ui/attachments/attachment-links';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Facts } from '../../parts/facts';
import { InvoiceDialog } from './invoice-dialog';
import { SESSIONS_MESSAGES } from './messages';
import type { RemoteSession } from './use-sessions';

const FIELDS = ['rfc', 'legalName', 'postalCode', 'taxRegime', 'cfdiUse'] as const;

/** The customer's tax data, and the invoice that was made of them. */
export function InvoiceSection({
  session: { id, invoice, payments },
}: {
  session: RemoteSession;
}): ReactElement | null {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const supervises = useViewer().role !== 'agent';
  const [attaching, setAttaching] = useState(false);
  const { data, xmlAttachmentId, pdfAttachmentId } = invoice;
  if (payments.length === 0 && data === null) return null;
  const files = filesOf({ PDF: pdfAttachmentId, XML: xmlAttachmentId });
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('sessions.invoice')}
      </Title>
      <Stack align="flex-start">
        {data === null ? (
          <Text>{t('sessions.invoice.noData')}</Text>
        ) : (
          <Facts items={FIELDS.map((field) => [t(`sessions.invoice.${field}`), data[field]] as const)} />
        )}
        <AttachmentLinks files={files} />
        {supervises && data !== null && (
          <Button variant="default" onClick={() => setAttaching(true)}>
            {t('sessions.invoice.attach')}
          </Button>
        )}
      </Stack>
      {attaching && <InvoiceDialog id={id} onClose={() => setAttaching(false)} />}
    </section>
  );
}
