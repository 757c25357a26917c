import type { ReactElement, ReactNode } from 'react';
import { Instant } from '../../../ui/format/instant';
import { Money } from '../../../ui/format/money';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Facts } from '../../parts/facts';
import { useAgents } from '../assignment/use-agents';
import { SESSIONS_MESSAGES } from './messages';
import type { RemoteSession } from './use-sessions';

/** What was asked for and what was agreed on, as far as it has come. */
export function SessionFacts({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const { data: agents } = useAgents();
  const { platform, reason, quote, slot, agent, window: open, meetingReady } = session;
  const items: (readonly [string, ReactNode])[] = [
    [t('sessions.platform'), t(`sessions.platform.${platform}`)],
    [t('sessions.reason'), reason],
  ];
  if (quote)
    items.push(
      [t('sessions.price'), <Money key="price" amountMinor={quote.amount} currency={quote.currency} />],
      [t('sessions.validUntil'), <Instant key="valid" short at={quote.validUntil} />],
    );
  if (slot)
    items.push(
      [t('sessions.slot'), <Instant key="slot" at={slot.startsAt} />],
      [t('sessions.agent'), agents?.find(({ id }) => id === agent?.id)?.name ?? '—'],
    );
  if (open)
    items.push(
      [t('sessions.window'), <Instant key="opens" short at={open.opensAt} />],
      [t('sessions.meetingReady'), t(meetingReady ? 'sessions.yes' : 'sessions.no')],
    );
  return <Facts items={items} />;
}
