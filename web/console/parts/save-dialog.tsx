import { Alert, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../ui/api/api-problem';
import { useCommand, type CommandHeaders } from '../../ui/api/use-command';
import { useMessages } from '../../ui/i18n/use-messages';
import { toast } from '../../ui/toasts/toast-store';
import { FormDialog } from './form-dialog';
import { PARTS_MESSAGES } from './messages';
import { WhatChanged } from './overtaken';
import { useFields, type Fields, type Labels } from './use-fields';
import { useNews, type Words } from './use-news';
import { isOvertaking } from './use-revision';

/** The data of one thing in a dialog, saved by one command; a refusal is told at its field. */
export function SaveDialog<Values extends object, Answer>({
  title,
  submit,
  danger = false,
  first,
  version,
  labels,
  words,
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
  /** As the form begins, and as the service has it by now when it changes meanwhile. */
  first: Values;
  /** The version of what is changed: another one than the person saw is not overwritten unseen. */
  version?: number | undefined;
  labels: Labels<Values>;
  /** How values are called that somebody else may change meanwhile. */
  words?: Words<Values>;
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
  const { t } = useMessages(PARTS_MESSAGES);
  const queries = useQueryClient();
  const save = useCommand<Values, Answer>({
    stales,
    version,
    send,
    onDone: (answer, values) => {
      toast(done(answer, values));
      onClose();
      onSaved?.(answer);
    },
  });
  const fields = useFields(first, labels, save.error);
  const news = useNews(fields, { first, version, labels, words });
  const overtaken = isOvertaking(save.error?.code);
  return (
    <FormDialog
      title={title}
      submit={submit ?? t('ui.save')}
      isPending={save.isPending}
      problem={save.error}
      labels={labels as Readonly<Record<string, string>>}
      explain={overtaken ? () => <></> : explain}
      onSubmit={() =>
        save.mutate(fields.values, {
          onError: ({ code }) => {
            if (isOvertaking(code))
              for (const queryKey of stales) void queries.invalidateQueries({ queryKey });
          },
        })
      }
      onClose={onClose}
      danger={danger}
    >
      {(overtaken || news !== null) && (
        <Alert role="alert" color="yellow" variant="outline">
          <Text mb="sm">{t('parts.overtaken.dialog')}</Text>
          <WhatChanged changes={news ?? []} />
        </Alert>
      )}
      {children(fields)}
    </FormDialog>
  );
}
