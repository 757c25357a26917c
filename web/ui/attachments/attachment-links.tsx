import { Anchor, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { AttachmentReference } from '../api/types';
import { API_BASE } from '../api/client';
import { useMessages } from '../i18n/use-messages';
import classes from './attachments.module.css';
import { fileSizeText } from './file-size-text';

/** The files of a message, to be downloaded under the names that they came with; of an erased one only that it was. */
export function AttachmentLinks({ files }: { files: readonly AttachmentReference[] }): ReactElement | null {
  const { t, language } = useMessages();
  if (files.length === 0) return null;
  return (
    <ul className={classes['list']} aria-label={t('ui.attachments')}>
      {files.map(({ id, name, size }) => (
        <li key={id} className={classes['link']}>
          <IconPaperclip size={14} aria-hidden />{' '}
          {name === null ? (
            <Text span c="dimmed">
              {t('ui.attachment.erased')}
            </Text>
          ) : (
            <Anchor href={`${API_BASE}/attachments/${encodeURIComponent(id)}`} download underline="always">
              {name}
            </Anchor>
          )}
          {size !== null && (
            <Text span size="sm" c="dimmed">
              {' '}
              ({fileSizeText(size, language)})
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}
