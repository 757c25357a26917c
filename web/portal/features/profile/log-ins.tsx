import { Button, Text } from '@mantine/core';
import { IconDeviceDesktopCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useCommand } from '../../../ui/api/use-command';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { usePages } from '../../../ui/query/use-pages';
import { toast } from '../../../ui/toasts/toast-store';
import { deviceText } from './device-text';
import { PROFILE_PAGES } from './messages';
import classes from './profile.module.css';

type LogIn = components['schemas']['Session'];
const KEY = ['sessions'];

/** Where one is logged in; any but the present one can be ended from here. */
export function LogIns(): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const list = usePages<LogIn>(
    KEY,
    async (cursor, signal) => (await api.GET('/sessions', { params: { query: cursor }, signal })).data,
  );
  const end = useCommand<string, unknown>({
    stales: [KEY],
    send: (id, header) => api.DELETE('/sessions/{id}', { params: { path: { id }, header } }),
    onDone: () => toast(t('profile.logIns.ended')),
  });
  if (list.items === undefined)
    return list.problem === null ? (
      <ListSkeleton rows={2} />
    ) : (
      <ErrorState problem={list.problem} onRetry={list.again} />
    );
  return (
    <>
      <Text>{t('profile.logIns.body')}</Text>
      {end.error && <ProblemAlert problem={end.error} />}
      <ul className={classes['list']}>
        {list.items.map(({ id, current, userAgent, createdAt, lastSeenAt }) => {
          const device = deviceText(userAgent) ?? t('profile.logIns.unknown');
          return (
            <li key={id} className={classes['item']}>
              <div className={classes['what']}>
                <Text fw={600}>{device}</Text>
                <Text size="sm" c="dimmed">
                  {t('profile.logIns.since')} <Instant at={createdAt} short /> · {t('profile.logIns.seen')}{' '}
                  <Instant at={lastSeenAt} short />
                </Text>
              </div>
              {current ? (
                <ToneBadge tone="success" icon={IconDeviceDesktopCheck}>
                  {t('profile.logIns.current')}
                </ToneBadge>
              ) : (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`${t('profile.end')}: ${device}`}
                  loading={end.isPending && end.variables === id}
                  onClick={() => end.mutate(id)}
                >
                  {t('profile.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {list.hasMore && (
        <Button variant="default" loading={list.isFetchingMore} onClick={list.more}>
          {t('ui.more')}
        </Button>
      )}
    </>
  );
}
