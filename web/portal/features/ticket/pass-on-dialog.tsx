import { Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { useViewer } from '../../../ui/session/viewer';
import { toast } from '../../../ui/toasts/toast-store';
import { AskDialog } from './ask-dialog';
import { ColleagueSelect } from './colleague-select';
import { TICKET_PAGE } from './messages';
import type { Colleague } from './use-colleagues';

/** Somebody else of the customer takes the ticket over, as when its requester leaves or changes place. */
export function PassOnDialog({
  ticket: { folio, requester },
  opened,
  onClose,
}: {
  ticket: Pick<Ticket, 'folio' | 'requester'>;
  opened: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const viewer = useViewer();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Colleague | null>(null);
  const [blank, setBlank] = useState(false);
  // Whoever administers the company goes on seeing all of its tickets.
  const stays = viewer.role === 'client_admin';
  const passOn = useCommand<Colleague, unknown>({
    stales: stays ? [queryKeys.ofTicket(folio), queryKeys.lists] : [queryKeys.lists],
    async send({ id: clientId }, header) {
      await api.PUT('/tickets/{folio}/requester', {
        params: { path: { folio }, header },
        body: { clientId },
      });
      // Its answer is not shown: for whoever gave the ticket away, it is there no more.
      return {};
    },
    onDone: (_answer, { name }) => {
      toast(t('ticket.passOn.done', { folio, name }));
      onClose();
      if (!stays) void navigate('/', { replace: true });
    },
  });
  return (
    <AskDialog
      opened={opened}
      title={t('ticket.passOn.title')}
      send={t('ticket.passOn.send')}
      busy={passOn.isPending}
      onClose={onClose}
      onSend={() => {
        setBlank(chosen === null);
        if (chosen !== null) passOn.mutate(chosen);
      }}
    >
      <Text>{t('ticket.passOn.body')}</Text>
      {!stays && <Text>{t('ticket.passOn.leaving')}</Text>}
      <ColleagueSelect
        label={t('ticket.passOn.to')}
        known={[requester.id]}
        chosen={chosen}
        error={blank && chosen === null ? t('ui.field.required') : undefined}
        onChange={setChosen}
      />
      {passOn.error && <ProblemAlert problem={passOn.error} />}
    </AskDialog>
  );
}
