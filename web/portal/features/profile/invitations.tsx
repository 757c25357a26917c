import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useCommand } from '../../../ui/api/use-command';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { usePages } from '../../../ui/query/use-pages';
import { toast } from '../../../ui/toasts/toast-store';
import { PROFILE_PAGES } from './messages';
import { OwnList } from '../../../ui/own-account/own-list';

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
  return (
    <OwnList
      list={list}
      none={t('profile.invitations.none')}
      end={end}
      endWord={t('profile.invitations.end')}
      show={({ name, email, role, expiresAt }) => ({
        title: name,
        spoken: email,
        lines: [
          `${email} · ${t(role === 'client_admin' ? 'profile.role.client_admin' : 'profile.role.client')}`,
          <>
            {t('profile.invitations.until')} <Instant at={expiresAt} short />
          </>,
        ],
      })}
    />
  );
}
