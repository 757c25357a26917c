import { Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCalendars } from '../../parts/use-calendars';
import { usePolicy } from '../policies/use-policy';
import { ActionDialog } from './action-dialog';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';
import { ReasonField } from './reason-field';

/** Holds the ticket to the policy and calendar of today instead of those of its registration. */
export function RulesDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, internal } = ticket;
  const [reason, setReason] = useState('');
  const policy = usePolicy().data;
  const calendar = useCalendars()?.find(({ id }) => id === policy?.calendarId);
  const send = useCommand({
    name: `rules:${folio}`,
    send: (body: { reason: string }, header) =>
      api.PUT('/tickets/{folio}/policy', { params: { path: { folio }, header }, body }),
    onDone: onClose,
  });
  return (
    <ActionDialog
      title={t('ticket.rules.title', { folio })}
      submit={t('ticket.rules.save')}
      onClose={onClose}
      onSubmit={() => send.mutate({ reason })}
      pending={send.isPending}
      problem={send.error}
      missing={missingFields({ reason }, t('ticket.required'))}
      labels={{ reason: t('ticket.rules.reason') }}
    >
      <Text size="sm">{t('ticket.rules.hint')}</Text>
      {internal && (
        <Text size="sm">
          {t('ticket.rules.pinned', {
            policy: internal.policyVersion,
            calendar: internal.calendar.id,
            version: internal.calendar.version,
          })}
        </Text>
      )}
      {policy && calendar && (
        <Text size="sm">
          {t('ticket.rules.present', {
            policy: policy.version,
            calendar: calendar.id,
            version: calendar.version,
          })}
        </Text>
      )}
      <ReasonField label={t('ticket.rules.reason')} value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
