import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { ColleagueSelect } from './colleague-select';
import { TICKET_PAGE } from './messages';
import type { Colleague } from './use-colleagues';

/** Chooses who else should see the ticket, of those that are not on it yet. */
export function AddColleague({
  folio,
  known,
  onDone,
}: {
  folio: string;
  known: readonly string[];
  onDone: () => void;
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const [chosen, setChosen] = useState<Colleague | null>(null);
  const add = useCommand<Colleague, unknown>({
    send: ({ id: clientId }, header) =>
      api.PUT('/tickets/{folio}/participants/{clientId}', { params: { path: { folio, clientId }, header } }),
    onDone: (_ticket, { name }) => {
      toast(t('ticket.colleagues.added', { name }));
      onDone();
    },
  });
  return (
    <Stack gap="xs" w="100%">
      <ColleagueSelect
        label={t('ticket.colleagues.choose')}
        known={known}
        chosen={chosen}
        onChange={setChosen}
      />
      {add.error && <ProblemAlert problem={add.error} />}
      <Group gap="xs">
        <Button
          size="compact-md"
          disabled={chosen === null}
          loading={add.isPending}
          onClick={() => chosen && add.mutate(chosen)}
        >
          {t('ticket.colleagues.add')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
