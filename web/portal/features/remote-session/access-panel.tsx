import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Access } from './access';
import { SESSION_PAGE } from './messages';
import { Panel } from './panel';
import type { RemoteSession } from './remote-session';
import { Until } from './until';

/** Now is the time: how to join, and how long it lasts. */
export function AccessPanel({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  const viewer = useViewer();
  const { id, situation, slot, actions, client, platform, instants } = session;
  const runs = situation !== 'access_open';
  const canJoin = actions.includes('read_access');
  const isTheirs = client.id === viewer.id;
  const open = isTheirs && !canJoin ? 'remoteSession.accessSoon' : 'remoteSession.accessOpen';
  return (
    <Panel lead title={t(runs ? 'remoteSession.running' : open)}>
      {slot !== null && !runs && (
        <Text size="lg" fw={700}>
          <Instant at={slot.startsAt} />
        </Text>
      )}
      {runs && <Until at={instants.endsAt} label={t('remoteSession.endsAt')} />}
      {situation === 'ending_soon' && (
        <Text role="status" fw={600}>
          {t('remoteSession.endingSoon')}
        </Text>
      )}
      {canJoin ? (
        <Access id={id} />
      ) : (
        <Text role="status">
          {t(isTheirs ? `remoteSession.access.preparing.${platform}` : 'remoteSession.access.others')}
        </Text>
      )}
    </Panel>
  );
}
