import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../ui/api/api-problem';
import { useCommand, type CommandHeaders } from '../../ui/api/use-command';
import { toast } from '../../ui/toasts/toast-store';
import { FormDialog } from './form-dialog';
import { isOvertaking } from './use-revision';

/** Says what a step brings about before it is taken. */
export function ConfirmDialog<Answer>({
  title,
  submit,
  danger = false,
  version,
  stales,
  send,
  done,
  explain,
  onDone,
  onClose,
  children,
}: {
  title: string;
  /** The step itself, as a verb. */
  submit: string;
  /** What can not be taken back, or not easily. */
  danger?: boolean;
  /** The version of what it is about: another one than the person saw is not touched unseen. */
  version?: number | undefined;
  /** Query keys that the command makes stale. */
  stales: readonly (readonly unknown[])[];
  send: (header: CommandHeaders) => Promise<{ data?: Answer }>;
  /** What to say afterwards. */
  done: (answer: Answer) => string;
  explain?: (problem: ApiProblem) => ReactNode;
  onDone?: (answer: Answer) => void;
  onClose: () => void;
  children: ReactNode;
}): ReactElement {
  const queries = useQueryClient();
  const command = useCommand<null, Answer>({
    stales,
    version,
    send: (_, header) => send(header),
    onDone: (answer) => {
      toast(done(answer));
      onClose();
      onDone?.(answer);
    },
  });
  return (
    <FormDialog
      title={title}
      submit={submit}
      danger={danger}
      isPending={command.isPending}
      problem={command.error}
      explain={explain}
      onSubmit={() =>
        command.mutate(null, {
          onError: ({ code }) => {
            if (isOvertaking(code))
              for (const queryKey of stales) void queries.invalidateQueries({ queryKey });
          },
        })
      }
      onClose={onClose}
    >
      {children}
    </FormDialog>
  );
}
