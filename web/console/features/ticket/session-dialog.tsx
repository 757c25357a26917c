import { Radio, Stack, Text, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { ActionDialog } from './action-dialog';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';

const PLATFORMS = ['zoom', 'anydesk'] as const;

interface Wish {
  platform: (typeof PLATFORMS)[number];
  reason: string;
}

/** Asks for a paid session in the client's place; its quote follows on the session's own page. */
export function SessionDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const navigate = useNavigate();
  const { folio } = ticket;
  const draft = useDraft<Wish>(`session:${folio}`, { platform: 'zoom', reason: '' });
  const { value } = draft;
  const request = useCommand<Wish, components['schemas']['RemoteSession']>({
    name: `session:${folio}`,
    stales: [queryKeys.ofTicket(folio), queryKeys.lists, queryKeys.remoteSessions],
    send: (body, header) =>
      api.POST('/tickets/{folio}/remote-sessions', { params: { path: { folio }, header }, body }),
    onDone({ id }) {
      draft.clear();
      onClose();
      void navigate(`/sesiones/${id}`);
    },
  });
  return (
    <ActionDialog
      title={t('ticket.session.title', { folio })}
      submit={t('ticket.session.save')}
      onClose={onClose}
      onSubmit={() => request.mutate(value)}
      pending={request.isPending}
      problem={request.error}
      missing={missingFields({ reason: value.reason }, t('ticket.required'))}
      labels={{ reason: t('ticket.session.reason') }}
    >
      <Text size="sm">{t('ticket.session.hint')}</Text>
      <Radio.Group
        label={t('ticket.session.platform')}
        value={value.platform}
        onChange={(platform) => draft.change((before) => ({ ...before, platform }))}
      >
        <Stack gap={6} mt={4}>
          {PLATFORMS.map((platform) => (
            <Radio key={platform} value={platform} label={t(`ticket.session.${platform}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        id="reason"
        data-autofocus
        label={t('ticket.session.reason')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={value.reason}
        onChange={(event) => {
          const reason = event.currentTarget.value;
          draft.change((before) => ({ ...before, reason }));
        }}
      />
    </ActionDialog>
  );
}
