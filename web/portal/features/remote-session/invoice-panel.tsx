import { Button, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { filesOf } from '../../../ui/attachments/files-of';
import { AttachmentLinks } from '../../../ui/attachments/attachment-links';
import { useMessages } from '../../../ui/i18n/use-messages';
import { InvoiceForm } from './invoice-form';
import { CFDI_USES, TAX_REGIMES } from './invoice-codes';
import { SESSION_PAGE } from './messages';
import { Panel } from './panel';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';

/** The invoice: what it needs to know is asked once per customer. */
export function InvoicePanel({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  const [isEditing, setIsEditing] = useState(false);
  const { data, xmlAttachmentId, pdfAttachmentId } = session.invoice;
  const files = filesOf({ PDF: pdfAttachmentId, XML: xmlAttachmentId });
  return (
    <Panel title={t('remoteSession.invoice')}>
      <AttachmentLinks files={files} />
      {isEditing ? (
        <InvoiceForm session={session} onClose={() => setIsEditing(false)} />
      ) : (
        <>
          {data === null ? (
            <Text>{t('remoteSession.invoice.none')}</Text>
          ) : (
            <dl className={classes['facts']}>
              <dt>{t('remoteSession.invoice.rfc')}</dt>
              <dd>{data.rfc}</dd>
              <dt>{t('remoteSession.invoice.legalName')}</dt>
              <dd>{data.legalName}</dd>
              <dt>{t('remoteSession.invoice.postalCode')}</dt>
              <dd>{data.postalCode}</dd>
              <dt>{t('remoteSession.invoice.taxRegime')}</dt>
              <dd>{nameOf(TAX_REGIMES, data.taxRegime)}</dd>
              <dt>{t('remoteSession.invoice.cfdiUse')}</dt>
              <dd>{nameOf(CFDI_USES, data.cfdiUse)}</dd>
            </dl>
          )}
          <div className={classes['noPrint']}>
            <Button variant="default" onClick={() => setIsEditing(true)}>
              {t(data === null ? 'remoteSession.invoice.add' : 'remoteSession.invoice.edit')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}

function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  const name = names[code];
  return name === undefined ? code : `${code} · ${name}`;
}
