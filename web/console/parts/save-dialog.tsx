import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../ui/api/api-problem';
import { useCommand, type CommandHeaders } from '../../ui/api/use-command';
import { useMessages } from '../../ui/i18n/use-messages';
import { toast } from '../../ui/toasts/toast-store';
import { FormDialog } from './form-dialog';
import { useFields, type Fields, type Labels } from './use-fields';

/** The data of one thing in a dialog, saved by one command; a refusal is told at its field. */
export function SaveDialog<Values extends object, Answer>({
  title,
  submit,
  danger = false,
  first,
  labels,
  stales,
  send,
  done,
  explain,
  onSaved,
  onClose,
  children,
}: {
  title: string;
  /** "Guardar" unless told. */
  submit?: string;
  /** What can not be taken back. */
  danger?: boolean;
  /** As the form begins. */
  first: Values;
  labels: Labels<Values>;
  /** Query keys that the command makes stale. */
  stales: readonly (readonly unknown[])[];
  send: (values: Values, header: CommandHeaders) => Promise<{ data?: Answer }>;
  /** What to say once it is saved. */
  done: (answer: Answer, values: Values) => string;
  explain?: (problem: ApiProblem) => ReactNode;
  onSaved?: (answer: Answer) => void;
  onClose: () => void;
  children: (fields: Fields<Values>) => ReactNode;
}): ReactElement {
  const { t } = useMessages();
  const save = useCommand<Values, Answer>({
    stales,
    send,
    onDone: (answer, values) => {
      toast(done(answer, values));
      onClose();
      onSaved?.(answer);
    },
  });
  const fields = useFields(first, labels, save.error);
  return (
    <FormDialog
      title={title}
      submit={submit ?? t('ui.save')}
      isPending={save.isPending}
      problem={save.error}
      labels={labels as Readonly<Record<string, string>>}
      explain={explain}
      onSubmit={() => save.mutate(fields.values)}
      onClose={onClose}
      danger={danger}
    >
      {children(fields)}
    </FormDialog>
  );
}
