import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBroadcast, IconChevronDown } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Notice } from '../ticket/notice';
import { NEW_TICKET_PAGE } from './messages';
import classes from './new-ticket.module.css';

interface IncidentNotice {
  id: string;
  notice: string;
  severity: keyof typeof TONES;
  since: string;
}

const AGAIN_MS = 60_000;
const TONES = { critical: 'danger', major: 'warning', minor: 'info' } as const;

/** What many customers have at this moment, so that nobody has to report it once more; `brief` once it was read. */
export function IncidentNotices({ brief }: { brief: boolean }): ReactElement | null {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const notices = useQuery({
    queryKey: ['notices', 'incidents'],
    refetchInterval: AGAIN_MS,
    queryFn: async ({ signal }) => (await api.GET('/notices/incidents', { signal })).data?.items ?? [],
  });
  const count = notices.data?.length ?? 0;
  if (notices.data === undefined || count === 0) return null;
  if (!brief) return <Whole notices={notices.data} />;
  return (
    <details className={classes['incidents']}>
      <summary>
        <IconBroadcast size={18} aria-hidden />
        <span>{t('newTicket.notice.brief', { count })}</span>
        <IconChevronDown size={16} className={classes['turn']} aria-hidden />
      </summary>
      <Whole notices={notices.data} />
    </details>
  );
}

function Whole({ notices }: { notices: readonly IncidentNotice[] }): ReactElement {
  const { t, language } = useMessages(NEW_TICKET_PAGE);
  return (
    <Stack gap="sm">
      {notices.map(({ id, notice, severity, since }) => (
        <Notice key={id} tone={TONES[severity]} icon={IconBroadcast} title={t('newTicket.notice')}>
          <Text size="sm">{notice}</Text>
          <Text size="sm" mt={4} c="dimmed">
            {t('newTicket.notice.since', { when: instantText(since, language) })}
          </Text>
        </Notice>
      ))}
    </Stack>
  );
}
