import { Anchor, Button, Text } from '@mantine/core';
import { IconDownload, IconVideo } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSION_PAGE } from './messages';
import { Secret } from './secret';
import classes from './session.module.css';
import { sessionKey } from './use-session';

const DOWNLOAD = 'https://anydesk.com/es/downloads';
const ADDRESS = /^anydesk:(\d+)$/;

interface Credentials {
  link: string;
  password: string;
  closesAt: string;
}

/** Link and password, asked for only now and forgotten with the page. */
export function Access({ id }: { id: string }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  const { data, error, refetch } = useQuery<Credentials, ApiProblem>({
    queryKey: [...sessionKey(id), 'access'],
    gcTime: 0,
    queryFn: async ({ signal }) =>
      (await api.GET('/remote-sessions/{id}/access', { params: { path: { id } }, signal }))
        .data as Credentials,
  });
  if (data === undefined)
    return error === null ? (
      <ListSkeleton rows={2} />
    ) : (
      <ErrorState problem={error} onRetry={() => void refetch()} />
    );
  const address = ADDRESS.exec(data.link)?.[1];
  return (
    <>
      {address === undefined ? <Meeting {...data} /> : <RemoteDesk address={address} {...data} />}
      <Text size="sm" c="dimmed">
        {t('remoteSession.access.until')} <Instant at={data.closesAt} />
      </Text>
    </>
  );
}

function Meeting({ link, password }: Credentials): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  return (
    <>
      <div>
        <Button
          component="a"
          href={link}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconVideo size={20} aria-hidden />}
        >
          {t('remoteSession.join')}
        </Button>
      </div>
      <Secret label={t('remoteSession.link')} value={link} />
      <Secret label={t('remoteSession.password')} value={password} />
    </>
  );
}

function RemoteDesk({ address, password }: Credentials & { address: string }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  return (
    <ol className={classes['todo']}>
      <li>
        <Anchor href={DOWNLOAD} target="_blank" rel="noreferrer" underline="always">
          <IconDownload size={16} aria-hidden /> {t('remoteSession.anydesk.download')}
        </Anchor>
      </li>
      <li>
        {t('remoteSession.anydesk.address')}
        <Secret
          label={t('remoteSession.anydesk.number')}
          value={address.replace(/(?=(\d{3})+$)/g, ' ').trim()}
        />
      </li>
      <li>
        {t('remoteSession.anydesk.accept')}
        <Secret label={t('remoteSession.anydesk.code')} value={password} />
      </li>
    </ol>
  );
}
