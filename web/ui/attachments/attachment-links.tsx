import { Anchor } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { API_BASE } from '../api/client';
import { useMessages } from '../i18n/use-messages';
import classes from './attachments.module.css';

/** The files of a message, to be downloaded under the names that they came with. */
export function AttachmentLinks({ ids }: { ids: readonly string[] }): ReactElement | null {
  const { t } = useMessages();
  if (ids.length === 0) return null;
  return (
    <ul className={classes['list']} aria-label={t('ui.attachments')}>
      {ids.map((id, index) => (
        <li key={id}>
          <IconPaperclip size={14} aria-hidden />{' '}
          <Anchor href={`${API_BASE}/attachments/${encodeURIComponent(id)}`} download underline="always">
            {t('ui.attachment', { number: index + 1 })}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
