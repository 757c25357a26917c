import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { INCIDENTS_MESSAGES } from './messages';
import type { IncidentUpdate } from './use-incidents';

/** What the linked tickets were told, the newest first, and what became of it on each. */
export function UpdateList({ updates }: { updates: readonly IncidentUpdate[] }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('incidents.updates')}
      </Title>
      {updates.length === 0 && <Text>{t('incidents.updates.empty')}</Text>}
      <Stack>
        {updates.map((update) => (
          <Paper key={update.id} component="article" withBorder p="md">
            <Text size="sm" c="dimmed">
              <Instant at={update.at} />
            </Text>
            <Text my="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {update.body}
            </Text>
            <Text size="sm">
              {t('incidents.outcomes')}:{' '}
              {update.tickets.map(({ folio, outcome }, index) => (
                <span key={folio}>
                  {index > 0 && ' · '}
                  <Anchor component={Link} to={`/tickets/${folio}`} inherit underline="always">
                    {folio}
                  </Anchor>{' '}
                  {t(`incidents.outcome.${outcome}`)}
                </span>
              ))}
            </Text>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
