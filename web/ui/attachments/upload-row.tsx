import { ActionIcon, Progress, Text } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { problemSentence } from '../feedback/problem-sentence';
import { useMessages } from '../i18n/use-messages';
import classes from './attachments.module.css';
import { fileSizeText } from './file-size-text';
import type { Attachments, Upload } from './use-attachments';

/** One file: how far it is, and what can be done with it. */
export function UploadRow({
  upload,
  attachments,
}: {
  upload: Upload;
  attachments: Pick<Attachments, 'remove' | 'again'>;
}): ReactElement {
  const { t, language } = useMessages();
  const { id, name, size, sent, attachment, problem } = upload;
  const percent = Math.floor(sent * 100);
  return (
    <li className={classes['row']}>
      <div className={classes['file']}>
        <Text size="sm">
          {name} ({fileSizeText(size, language)})
        </Text>
        {problem && (
          <Text size="sm" role="alert" c="var(--mantine-color-error)">
            {problemSentence(problem, t)}
          </Text>
        )}
        {!problem && !attachment && (
          <Progress value={percent} aria-label={t('ui.attachments.uploading', { name, percent })} />
        )}
      </div>
      {problem && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('ui.attachments.again', { name })}
          onClick={() => attachments.again(id)}
        >
          <IconRefresh size={18} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('ui.attachments.remove', { name })}
        onClick={() => attachments.remove(id)}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </li>
  );
}
