import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBroadcast } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Notice } from '../ticket/notice';
import { NEW_TICKET_PAGE } from './messages';

const AGAIN_MS = 60_000;
const TONES = { critical: 'danger', major: 'warning', minor: 'info' } as const;

/** What many customers have at this moment, so that nobody has to report it once more. */
export function IncidentNotices(): ReactElement | null {
  const { t, language } = useMessages(NEW_TICKET_PAGE);
  const notices = useQuery({
    queryKey: ['notices', 'incidents'],
    refetchInterval: AGAIN_MS,
    queryFn: async ({ signal }) => (await api.GET('/notices/incidents', { signal })).data?.items ?? [],
  });
  if (notices.data === undefined || notices.data.length === 0) return null;
  return (
    <Stack gap="sm">
      {notices.data.map(({ id, notice, severity, since }) => (
        <Notice key={id} tone={TONES[severity]} icon={IconBroadcast} title={t('newTicket.notice')}>
          <Text>{notice}</Text>
          <Text size="sm" mt={4}>
            {t('newTicket.notice.since', { when: instantText(since, language) })}
          </Text>
        </Notice>
      ))}
    </Stack>
  );
}
