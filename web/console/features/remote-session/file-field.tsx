import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { createCommandKey } from '../../../ui/api/command-key';
import { uploadFile } from '../../../ui/attachments/upload-file';
import { problemSentence } from '../../../ui/feedback/problem-sentence';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSIONS_MESSAGES } from './messages';

/** One file that a step needs: sent as soon as it is chosen; its id once it is there. */
export function FileField({
  id,
  label,
  accept,
  onChange,
}: {
  id: string;
  label: string;
  accept: string;
  onChange: (attachmentId: string | null) => void;
}): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const [word, setWord] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const send = (file: File | null): void => {
    if (file === null) return;
    stop.current.abort();
    const controller = new AbortController();
    stop.current = controller;
    setProblem(null);
    onChange(null);
    setWord(t('sessions.file.uploading', { name: file.name }));
    uploadFile(file, createCommandKey().keyFor(file.name), () => undefined, controller.signal).then(
      (attachment) => {
        setWord(t('sessions.file.ready', { name: file.name }));
        onChange(attachment.id);
      },
      (refusal: ApiProblem) => {
        if (controller.signal.aborted) return;
        setWord(null);
        setProblem(refusal);
      },
    );
  };
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm" id={`${id}-label`}>
        {label}
      </Text>
      <FileButton accept={accept} onChange={send}>
        {(props) => (
          <Button
            {...props}
            id={id}
            w="fit-content"
            variant="default"
            aria-label={`${label}: ${t('sessions.file.choose')}`}
            leftSection={<IconPaperclip size={16} aria-hidden />}
          >
            {t('sessions.file.choose')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" role="status">
        {word}
      </Text>
      {problem && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {problemSentence(problem, t)}
        </Text>
      )}
    </Stack>
  );
}
