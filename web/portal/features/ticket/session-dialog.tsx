import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { useDraft } from '../../../ui/drafts/use-draft';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { toast } from '../../../ui/toasts/toast-store';
import { AskDialog } from './ask-dialog';
import { TICKET_PAGE } from './messages';

const PLATFORMS = ['zoom', 'anydesk'] as const;
type Platform = (typeof PLATFORMS)[number];

interface Wish {
  platform: Platform;
  reason: string;
}

/** Asks for a paid remote session; what it costs is told before anything is paid. */
export function SessionDialog({
  folio,
  opened,
  onClose,
}: {
  folio: string;
  opened: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const draft = useDraft<Wish>(`session:${folio}`, { platform: 'zoom', reason: '' });
  const [blank, setBlank] = useState(false);
  const request = useCommand<Wish, unknown>({
    name: `session:${folio}`,
    stales: [queryKeys.ofTicket(folio), queryKeys.lists, queryKeys.remoteSessions],
    send: (body, header) =>
      api.POST('/tickets/{folio}/remote-sessions', { params: { path: { folio }, header }, body }),
    onDone: () => {
      draft.clear();
      onClose();
      toast(t('ticket.session.done'));
    },
  });
  const { platform, reason } = draft.value;
  return (
    <AskDialog
      opened={opened}
      title={t('ticket.session.title')}
      send={t('ticket.session.send')}
      busy={request.isPending}
      onClose={onClose}
      onSend={() => {
        setBlank(reason.trim() === '');
        if (reason.trim() !== '') request.mutate(draft.value);
      }}
    >
      <Text>{t('ticket.session.body')}</Text>
      <Radio.Group
        label={t('ticket.session.platform')}
        value={platform}
        onChange={(value) =>
          draft.change((wish) => ({ ...wish, platform: PLATFORMS.find((one) => one === value) ?? 'zoom' }))
        }
      >
        <Stack gap="xs" mt="xs">
          {PLATFORMS.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`ticket.session.${value}`)}
              description={t(`ticket.session.${value}.hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('ticket.session.reason')}
        required
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2_000}
        error={blank && t('ui.field.blank')}
        value={reason}
        onChange={({ currentTarget: { value } }) => draft.change((wish) => ({ ...wish, reason: value }))}
      />
      {request.error && <ProblemAlert problem={request.error} />}
    </AskDialog>
  );
}
