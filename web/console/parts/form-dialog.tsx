import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../ui/api/api-problem';
import { ErrorSummary } from '../../ui/feedback/error-summary';
import { fieldErrors } from '../../ui/feedback/field-errors';
import { ProblemAlert } from '../../ui/feedback/problem-alert';
import { useMessages } from '../../ui/i18n/use-messages';
import { focusFirst } from '../../ui/shortcuts/focus-first';
import { useReturnedFocus } from '../../ui/shortcuts/use-returned-focus';
import { usePhone } from './use-phone';

/** A few fields over the page, sent with Enter; a refusal is told above them, each field by its name. */
export function FormDialog({
  title,
  submit,
  dismiss,
  danger = false,
  isPending,
  problem,
  labels,
  explain,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  submit: string;
  /** Where "Cancelar" would be taken for what the dialog is about. */
  dismiss?: string;
  /** What can not be taken back. */
  danger?: boolean;
  isPending: boolean;
  problem: ApiProblem | null;
  /** Names of the fields as shown, by the contract's names. */
  labels?: Readonly<Record<string, string>>;
  /** Tells a refusal that needs more than its sentence; null for those that do not. */
  explain?: ((problem: ApiProblem) => ReactNode) | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages();
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      fullScreen={usePhone()}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      size="lg"
    >
      <form
        ref={focusFirst}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A form of the page below is none of its business, though React would tell it.
          event.stopPropagation();
          onSubmit();
        }}
      >
        <Stack>
          {(problem && explain?.(problem)) ?? <Refusal problem={problem} {...(labels && { labels })} />}
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {dismiss ?? t('ui.cancel')}
            </Button>
            <Button type="submit" loading={isPending} {...(danger && { color: 'red.9' })}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Why the service refused, by field where it said so. */
export function Refusal({
  problem,
  labels,
}: {
  problem: ApiProblem | null;
  labels?: Readonly<Record<string, string>>;
}): ReactElement | null {
  const { t } = useMessages();
  if (problem === null) return null;
  const errors = fieldErrors(problem, t);
  if (Object.keys(errors).length === 0) return <ProblemAlert problem={problem} />;
  return <ErrorSummary errors={errors} {...(labels && { labels })} />;
}
