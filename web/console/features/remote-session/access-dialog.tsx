import { Anchor, Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { Instant } from '../../../ui/format/instant';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useReturnedFocus } from '../../../ui/shortcuts/use-returned-focus';
import { Facts } from '../../parts/facts';
import { Read } from '../../parts/read';
import { SESSIONS_MESSAGES } from './messages';
import type { RemoteSession } from './use-sessions';

interface Access {
  link: string;
  password: string;
  closesAt: string;
}

/** Link and password, while the access is open; forgotten when the dialog is closed. */
export function AccessDialog({
  session: { id },
  onClose,
}: {
  session: RemoteSession;
  onClose: () => void;
}): ReactElement {
  const { t, language } = useMessages(SESSIONS_MESSAGES);
  useReturnedFocus();
  const access = useQuery<Access, ApiProblem>({
    queryKey: ['access', id],
    gcTime: 0,
    queryFn: async ({ signal }) =>
      (await api.GET('/remote-sessions/{id}/access', { params: { path: { id } }, signal })).data as Access,
  });
  const opensAt = access.error?.code === 'outside_window' ? access.error.members['opensAt'] : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sessions.access')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {typeof opensAt === 'string' ? (
        <Text>{t('sessions.access.opensAt', { at: instantText(opensAt, language) })}</Text>
      ) : (
        <Read query={access}>
          {({ link, password, closesAt }) => (
            <Facts
              items={[
                [
                  t('sessions.meeting.link'),
                  /^https:/.test(link) ? (
                    <Anchor key="link" href={link} target="_blank" rel="noreferrer">
                      {link}
                    </Anchor>
                  ) : (
                    link
                  ),
                ],
                [t('sessions.meeting.password'), password],
                [t('sessions.window'), <Instant key="closes" short at={closesAt} />],
              ]}
            />
          )}
        </Read>
      )}
    </Modal>
  );
}
