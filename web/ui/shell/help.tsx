import { Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { StatusBadge } from '../badges/status-badge';
import { useMessages } from '../i18n/use-messages';
import { Page } from './page';
import { PolicyLink } from './policy-link';

const STATUSES = ['waiting_support', 'waiting_client', 'closed'] as const;
const TOPICS = ['hours', 'topic', 'channel', 'closed'] as const;

/** How the service works, in a few sentences; the same for everybody. */
export function Help(): ReactElement {
  const { t } = useMessages();
  return (
    <Page title={t('ui.help.title')} width="text">
      <Title order={2} size="h3" mb="xs">
        {t('ui.help.states')}
      </Title>
      <Stack gap="sm" mb="lg">
        {STATUSES.map((status) => (
          <div key={status}>
            <StatusBadge status={status} />
            <Text>{t(`ui.statusMeaning.${status}`)}</Text>
          </div>
        ))}
      </Stack>
      {TOPICS.map((topic) => (
        <section key={topic}>
          <Title order={2} size="h3" mb="xs">
            {t(`ui.help.${topic}.title`)}
          </Title>
          <Text mb="lg">{t(`ui.help.${topic}`)}</Text>
        </section>
      ))}
      <PolicyLink />
    </Page>
  );
}
