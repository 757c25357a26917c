import { Text } from '@mantine/core';
import { IconDeviceDesktopCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../api/client';
import type { components } from '../api/schema';
import { useCommand } from '../api/use-command';
import { ToneBadge } from '../badges/tone-badge';
import { Instant } from '../format/instant';
import { useMessages } from '../i18n/use-messages';
import { usePages } from '../query/use-pages';
import { toast } from '../toasts/toast-store';
import { deviceText } from './device-text';
import { OWN_ACCOUNT } from './messages';
import { OwnList } from './own-list';

type LogIn = components['schemas']['Session'];
const KEY = ['sessions'];

/** Where one is logged in; any but the present one can be ended from here. */
export function LogIns(): ReactElement {
  const { t } = useMessages(OWN_ACCOUNT);
  const list = usePages<LogIn>(
    KEY,
    async (cursor, signal) => (await api.GET('/sessions', { params: { query: cursor }, signal })).data,
  );
  const end = useCommand<string, unknown>({
    stales: [KEY],
    send: (id, header) => api.DELETE('/sessions/{id}', { params: { path: { id }, header } }),
    onDone: () => toast(t('profile.logIns.ended')),
  });
  const present = (
    <ToneBadge tone="success" icon={IconDeviceDesktopCheck}>
      {t('profile.logIns.current')}
    </ToneBadge>
  );
  return (
    <>
      <Text>{t('profile.logIns.body')}</Text>
      <OwnList
        list={list}
        none={t('profile.logIns.none')}
        end={end}
        endWord={t('profile.end')}
        show={({ current, userAgent, createdAt, lastSeenAt }) => ({
          title: deviceText(userAgent) ?? t('profile.logIns.unknown'),
          lines: [
            <>
              {t('profile.logIns.since')} <Instant at={createdAt} short /> · {t('profile.logIns.seen')}{' '}
              <Instant at={lastSeenAt} short />
            </>,
          ],
          ...(current && { mark: present }),
        })}
      />
    </>
  );
}
