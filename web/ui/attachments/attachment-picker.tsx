import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages';
import classes from './attachments.module.css';
import { UploadRow } from './upload-row';
import { MAX_FILES, type Attachments } from './use-attachments';

/** What the service takes; it looks into each file itself. */
const ACCEPT = 'image/*,application/pdf,video/mp4,.xlsx,.docx,.pptx,.ods,.odt,.txt,.log,.csv';

/**
 * Files by button, camera, drag or paste. Whatever is inside (the text field of a composer) takes drops and pastes too.
 */
export function AttachmentPicker({
  attachments,
  children,
}: {
  attachments: Attachments;
  children?: ReactNode;
}): ReactElement {
  const { t } = useMessages();
  const [over, setOver] = useState(false);
  const { uploads, refusals, add } = attachments;
  const full = uploads.length >= MAX_FILES;
  return (
    <Stack
      gap="xs"
      className={classes['zone'] ?? ''}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add(event.dataTransfer.files);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        add(event.clipboardData.files);
      }}
    >
      {children}
      <Group gap="xs">
        <FileButton multiple accept={ACCEPT} onChange={add} disabled={full}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="compact-md"
              leftSection={<IconPaperclip size={16} aria-hidden />}
            >
              {t('ui.attachments.add')}
            </Button>
          )}
        </FileButton>
        <FileButton
          accept="image/*"
          capture="environment"
          onChange={(file) => file && add([file])}
          disabled={full}
        >
          {(props) => (
            <Button
              {...props}
              className={classes['camera'] ?? ''}
              variant="default"
              size="compact-md"
              leftSection={<IconCamera size={16} aria-hidden />}
            >
              {t('ui.attachments.photo')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="sm" c="dimmed">
        {over ? (
          t('ui.attachments.drop')
        ) : (
          <>
            {t('ui.attachments.hint', { count: MAX_FILES })}
            <span className={classes['byHand']}> {t('ui.attachments.byHand')}</span>
          </>
        )}
      </Text>
      <div role="alert">
        {refusals.map((sentence) => (
          <Text key={sentence} size="sm" c="var(--mantine-color-error)">
            {sentence}
          </Text>
        ))}
      </div>
      {uploads.length > 0 && (
        <ul className={classes['list']} aria-label={t('ui.attachments')}>
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} attachments={attachments} />
          ))}
        </ul>
      )}
    </Stack>
  );
}
