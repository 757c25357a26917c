import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { DataTable } from '../../parts/data-table';
import { FormDialog } from '../../parts/form-dialog';
import type { Change } from '../../parts/overtaken';
import { isOvertaking } from '../../parts/use-revision';
import { asNext } from './changes';
import { POLICIES_MESSAGES } from './messages';
import classes from './policies.module.css';
import type { Policy } from './use-policy';

/** What the next version changes, before it is made. */
export function ReviewDialog({
  policy,
  next,
  changes,
  onClose,
  onOvertaken,
  onSaved,
}: {
  policy: Policy;
  next: Policy;
  changes: readonly Change[];
  onClose: () => void;
  /** Another version was made meanwhile. */
  onOvertaken: () => void;
  onSaved: (policy: Policy) => void;
}): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const save = useCommand<Policy, Policy>({
    version: policy.version,
    send: (body, header) => api.PUT('/policies/support', { params: { header }, body }),
    onDone: (saved) => {
      toast(t('policies.saved', { version: saved.version }));
      onSaved(saved);
    },
  });
  return (
    <FormDialog
      title={t('policies.review')}
      submit={t('policies.save')}
      isPending={save.isPending}
      problem={save.error}
      labels={Object.fromEntries(changes.map(({ path, name }) => [path, name]))}
      onSubmit={() => {
        if (changes.length === 0) return;
        save.mutate(asNext(policy, next), {
          onError: ({ code }) => {
            if (isOvertaking(code)) onOvertaken();
          },
        });
      }}
      onClose={onClose}
    >
      {changes.length === 0 ? (
        <Text>{t('policies.review.none')}</Text>
      ) : (
        <>
          <Text>{t('policies.review.intro', { version: policy.version })}</Text>
          <DataTable
            caption={t('policies.review')}
            rows={changes}
            rowKey={({ path }) => path}
            columns={[
              { header: t('policies.review.field'), cell: ({ name }) => name },
              { header: t('policies.review.before'), cell: ({ before }) => <Value text={before} /> },
              { header: t('policies.review.after'), cell: ({ after }) => <Value text={after} /> },
            ]}
          />
        </>
      )}
    </FormDialog>
  );
}

function Value({ text }: { text: string }): ReactElement {
  return <span className={classes['texts']}>{text === '' ? '—' : text}</span>;
}
