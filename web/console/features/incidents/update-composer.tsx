import { Button, Group, Stack, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { sendPolitely, toast } from '../../../ui/toasts/toast-store';
import { Refusal } from '../../parts/form-dialog';
import { INCIDENTS_MESSAGES } from './messages';
import { INCIDENT_LISTS, type IncidentUpdate, type WholeIncident } from './use-incidents';

/** One message to every linked ticket, with five seconds to take it back. */
export function UpdateComposer({ incident: { id, folios } }: { incident: WholeIncident }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const draft = useDraft(`incident-update:${id}`, '');
  const [isWaiting, setWaiting] = useState(false);
  const post = useCommand<string, IncidentUpdate>({
    name: `incident-update:${id}`,
    stales: [INCIDENT_LISTS],
    send: (body, header) =>
      api.POST('/incidents/{id}/updates', { params: { path: { id }, header }, body: { body } }),
    onDone: ({ tickets }) => {
      draft.clear();
      const count = tickets.filter(({ outcome }) => outcome === 'sent').length;
      toast(t('incidents.update.sent', { count }));
    },
  });
  const send = (): void => {
    const body = draft.value;
    if (body.trim() === '' || isWaiting) return;
    setWaiting(true);
    sendPolitely({
      message: t('incidents.update.sending'),
      run: () => {
        setWaiting(false);
        post.mutate(body);
      },
      onUndo: () => {
        setWaiting(false);
        toast(t('ui.undo.done'));
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm" maw={760}>
        <DraftNotice draft={draft} />
        <Refusal problem={post.error} />
        <Textarea
          id="body"
          label={t('incidents.update')}
          description={t('incidents.update.hint', { count: folios.length })}
          autosize
          minRows={3}
          maxLength={20_000}
          disabled={isWaiting || post.isPending}
          value={draft.value}
          onChange={({ currentTarget }) => draft.change(currentTarget.value)}
        />
        <Group>
          <Button
            type="submit"
            leftSection={<IconSend size={16} aria-hidden />}
            loading={post.isPending}
            disabled={isWaiting || draft.value.trim() === ''}
          >
            {t('incidents.update.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
