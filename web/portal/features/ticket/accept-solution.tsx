import { Button, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { useDraft } from '../../../ui/drafts/use-draft';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { AskDialog } from './ask-dialog';
import { TICKET_PAGE } from './messages';
import { useClosing } from './use-closing';

/** Accepting closes for good, so it is asked once more. */
export function AcceptSolution({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const { folio } = ticket;
  const [opened, setOpened] = useState(false);
  const draft = useDraft(`accept:${folio}`, '');
  const closing = useClosing(ticket, 'accepted', () => {
    draft.clear();
    setOpened(false);
    toast(t('ticket.accept.done', { folio }));
  });
  return (
    <>
      <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('ticket.accept')}
      </Button>
      <AskDialog
        opened={opened}
        title={t('ticket.accept.title')}
        send={t('ticket.accept.send')}
        busy={closing.isPending}
        onClose={() => setOpened(false)}
        onSend={() => closing.mutate(draft.value)}
      >
        <Text>{t('ticket.accept.body')}</Text>
        <Textarea
          label={`${t('ticket.accept.message')} ${t('ui.optional')}`}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={20_000}
          value={draft.value}
          onChange={({ currentTarget }) => draft.change(currentTarget.value)}
        />
        {closing.error && <ProblemAlert problem={closing.error} />}
      </AskDialog>
    </>
  );
}
