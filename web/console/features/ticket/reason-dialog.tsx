import { Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ActionDialog } from './action-dialog';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';
import { ReasonField } from './reason-field';

/** Commands that need nothing but a reason: taking a solution or question back, and repairing. */
export function ReasonDialog({
  ticket,
  command,
  onClose,
}: {
  ticket: Ticket;
  command: 'retract' | 'repair';
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio } = ticket;
  const [reason, setReason] = useState('');
  const send = useCommand({
    name: `${command}:${folio}`,
    send: (body: { reason: string }, header): Promise<{ data?: unknown }> => {
      const params = { path: { folio }, header };
      return command === 'retract'
        ? api.DELETE('/tickets/{folio}/solutions/current', { params, body })
        : api.POST('/tickets/{folio}/repair', { params, body });
    },
    onDone: onClose,
  });
  return (
    <ActionDialog
      title={t(`ticket.${command}.title`, { folio })}
      submit={t(`ticket.${command}.save`)}
      onClose={onClose}
      onSubmit={() => send.mutate({ reason })}
      pending={send.isPending}
      problem={send.error}
      missing={missingFields({ reason }, t('ticket.required'))}
      labels={{ reason: t('ticket.retract.reason') }}
    >
      <Text size="sm">{t(`ticket.${command}.hint`)}</Text>
      <ReasonField label={t('ticket.retract.reason')} value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
