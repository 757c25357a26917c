import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { TICKET_PAGE } from './messages';
import { useColleagues, type Colleague } from './use-colleagues';

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
  const others = useColleagues().filter(({ id }) => !known.includes(id));
  const [chosen, setChosen] = useState('');
  const add = useCommand<Colleague, unknown>({
    send: ({ id: clientId }, header) =>
      api.PUT('/tickets/{folio}/participants/{clientId}', { params: { path: { folio, clientId }, header } }),
    onDone: (_ticket, { name }) => {
      toast(t('ticket.colleagues.added', { name }));
      onDone();
    },
  });
  const colleague = others.find(({ id }) => id === chosen);
  return (
    <Stack gap="xs" w="100%">
      {others.length === 0 ? (
        <Text size="sm">{t('ticket.colleagues.unknown')}</Text>
      ) : (
        <NativeSelect
          autoFocus
          label={t('ticket.colleagues.choose')}
          description={t('ticket.colleagues.unknown')}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={[
            { value: '', label: t('ticket.colleagues.placeholder') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {add.error && <ProblemAlert problem={add.error} />}
      <Group gap="xs">
        {others.length > 0 && (
          <Button
            size="compact-md"
            disabled={colleague === undefined}
            loading={add.isPending}
            onClick={() => colleague && add.mutate(colleague)}
          >
            {t('ticket.colleagues.add')}
          </Button>
        )}
        <Button size="compact-md" variant="default" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
