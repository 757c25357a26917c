import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useCommand } from '../../../ui/api/use-command';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { usePages } from '../../../ui/query/use-pages';
import { toast } from '../../../ui/toasts/toast-store';
import { PROFILE_PAGES } from './messages';
import classes from './profile.module.css';

type Invitation = components['schemas']['Invitation'];
const KEY = ['invitations'];

/** Who has been invited and has not come yet. */
export function Invitations(): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const list = usePages<Invitation>(
    KEY,
    async (cursor, signal) => (await api.GET('/invitations', { params: { query: cursor }, signal })).data,
  );
  const end = useCommand<string, unknown>({
    stales: [KEY],
    send: (id, header) => api.DELETE('/invitations/{id}', { params: { path: { id }, header } }),
    onDone: () => toast(t('profile.invitations.ended')),
  });
  if (list.items === undefined)
    return list.problem === null ? (
      <ListSkeleton rows={2} />
    ) : (
      <ErrorState problem={list.problem} onRetry={list.again} />
    );
  if (list.items.length === 0) return <Text c="dimmed">{t('profile.invitations.none')}</Text>;
  return (
    <>
      {end.error && <ProblemAlert problem={end.error} />}
      <ul className={classes['list']}>
        {list.items.map(({ id, name, email, role, expiresAt }) => (
          <li key={id} className={classes['item']}>
            <div className={classes['what']}>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {email} · {t(role === 'client_admin' ? 'profile.role.client_admin' : 'profile.role.client')}
              </Text>
              <Text size="sm" c="dimmed">
                {t('profile.invitations.until')} <Instant at={expiresAt} short />
              </Text>
            </div>
            <Button
              variant="default"
              size="compact-md"
              aria-label={`${t('profile.invitations.end')}: ${email}`}
              loading={end.isPending && end.variables === id}
              onClick={() => end.mutate(id)}
            >
              {t('profile.invitations.end')}
            </Button>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" loading={list.isFetchingMore} onClick={list.more}>
          {t('ui.more')}
        </Button>
      )}
    </>
  );
}
