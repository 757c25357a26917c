import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { ErrorSummary } from '../../../ui/feedback/error-summary';
import { fieldErrors, type FieldErrors } from '../../../ui/feedback/field-errors';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { focusFirst } from '../../../ui/shortcuts/focus-first';
import { useReturnedFocus } from '../../../ui/shortcuts/use-returned-focus';
import { usePhone } from '../../parts/use-phone';

/** A form over the page for one command: what is wrong above its fields, then them, then the command's own button. */
export function ActionDialog({
  title,
  submit,
  onClose,
  onSubmit,
  pending,
  problem,
  missing = {},
  labels = {},
  size = 'lg',
  danger = false,
  children,
}: {
  title: string;
  submit: string;
  onClose: () => void;
  onSubmit: () => void;
  pending: boolean;
  problem: ApiProblem | null;
  /** Sentences for what has to be filled in before it can be sent, by the field's `id`. */
  missing?: FieldErrors;
  labels?: Readonly<Record<string, string>>;
  size?: string;
  danger?: boolean;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages();
  const [tried, setTried] = useState(false);
  useReturnedFocus();
  const errors: FieldErrors = tried && Object.keys(missing).length > 0 ? missing : fieldErrors(problem, t);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length === 0 && !pending) onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={usePhone()}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form ref={focusFirst} onSubmit={send} noValidate>
        <Stack gap="md">
          <ErrorSummary errors={errors} labels={labels} />
          {problem && Object.keys(errors).length === 0 && <ProblemAlert problem={problem} />}
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={pending} {...(danger && { color: 'red.9' })}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
