import { Text, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { useDraft } from '../../../ui/drafts/use-draft';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { AskDialog } from './ask-dialog';
import { TICKET_PAGE } from './messages';
import { useClosing } from './use-closing';

/** The client no longer needs the help. */
export function WithdrawDialog({
  ticket,
  opened,
  onClose,
}: {
  ticket: Ticket;
  opened: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const { folio } = ticket;
  const draft = useDraft(`withdraw:${folio}`, '');
  const closing = useClosing(ticket, 'withdrawn', () => {
    draft.clear();
    onClose();
    toast(t('ticket.withdraw.done', { folio }));
  });
  return (
    <AskDialog
      opened={opened}
      title={t('ticket.withdraw.title')}
      send={t('ticket.withdraw.send')}
      color="red"
      busy={closing.isPending}
      onClose={onClose}
      onSend={() => closing.mutate(draft.value)}
    >
      <Text>{t('ticket.withdraw.body')}</Text>
      <Textarea
        label={`${t('ticket.withdraw.message')} ${t('ui.optional')}`}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={draft.value}
        onChange={({ currentTarget }) => draft.change(currentTarget.value)}
      />
      {closing.error && <ProblemAlert problem={closing.error} />}
    </AskDialog>
  );
}
