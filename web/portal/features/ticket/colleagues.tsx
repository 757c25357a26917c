import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { AddColleague } from './add-colleague';
import { Box } from './box';
import { TICKET_PAGE } from './messages';
import classes from './ticket.module.css';
import type { Colleague } from './use-colleagues';

/** Who of the same customer is on the ticket besides its requester. */
export function Colleagues({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const { folio, participants, requester, status } = ticket;
  const [adding, setAdding] = useState(false);
  const remove = useCommand<Pick<Colleague, 'id' | 'name'>, unknown>({
    send: ({ id: clientId }, header) =>
      api.DELETE('/tickets/{folio}/participants/{clientId}', {
        params: { path: { folio, clientId }, header },
      }),
    onDone: (_ticket, { name }) => toast(t('ticket.colleagues.removed', { name })),
  });
  const open = status !== 'closed';
  return (
    <Box title={t('ticket.colleagues')}>
      {open && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('ticket.colleagues.body')}
        </Text>
      )}
      {participants.length === 0 && <Text size="sm">{t('ticket.colleagues.none')}</Text>}
      <ul className={classes['plain']}>
        {participants.map(({ id, name }) => {
          const shown = name ?? '—';
          return (
            <li key={id} className={classes['person']}>
              {shown}
              {open && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  className={classes['noPrint'] ?? ''}
                  aria-label={t('ticket.colleagues.remove', { name: shown })}
                  loading={remove.isPending && remove.variables.id === id}
                  onClick={() => remove.mutate({ id, name: shown })}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {remove.error && <ProblemAlert problem={remove.error} />}
      {open && (
        <Group mt="xs" className={classes['noPrint'] ?? ''}>
          {adding ? (
            <AddColleague
              folio={folio}
              known={[requester.id, ...participants.map(({ id }) => id)]}
              onDone={() => setAdding(false)}
            />
          ) : (
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('ticket.colleagues.choose')}
            </Button>
          )}
        </Group>
      )}
    </Box>
  );
}
