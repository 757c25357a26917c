import { Button, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ActionDialog } from '../ticket/action-dialog';
import { missingFields } from '../ticket/missing-fields';
import { ReasonField } from '../ticket/reason-field';
import { MESSAGES } from './messages';
import { useBulk } from './use-bulk';

/** Holds the selected tickets to the policy and calendar of today, for one reason. */
export function BulkRules({
  folios,
  onDone,
}: {
  folios: readonly string[];
  onDone: () => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const count = folios.length;
  const migrate = useBulk<{ reason: string }>({
    send: (folio, body) => api.PUT('/tickets/{folio}/policy', { params: { path: { folio } }, body }),
    done: (migrated) => t('queue.bulk.rules.done', { count: migrated }),
    failed: (refused) => t('queue.bulk.rules.failed', { folios: refused }),
  });
  const send = (): void => {
    migrate(folios, { reason }, t('queue.bulk.rules.migrating', { count }));
    onDone();
  };
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
        {t('queue.bulk.rules')}
      </Button>
      {isOpen && (
        <ActionDialog
          title={t('queue.bulk.rules.title', { count })}
          submit={t('queue.bulk.rules.save')}
          onClose={() => setOpen(false)}
          onSubmit={send}
          pending={false}
          problem={null}
          missing={missingFields({ reason }, t('queue.bulk.rules.required'))}
          labels={{ reason: t('queue.bulk.rules.reason') }}
        >
          <Text size="sm">{t('queue.bulk.rules.hint')}</Text>
          <ReasonField label={t('queue.bulk.rules.reason')} value={reason} onChange={setReason} />
        </ActionDialog>
      )}
    </>
  );
}
