import {
  IconCalendarEvent,
  IconCash,
  IconCheck,
  IconClock,
  IconFileText,
  IconPlayerPlay,
  IconUserX,
  IconX,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { sentenceCase } from '../../../ui/format/sentence-case';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { State } from './use-sessions';

const LOOKS = {
  requested: { tone: 'warning', icon: IconFileText },
  quoted: { tone: 'info', icon: IconClock },
  checkout: { tone: 'info', icon: IconCash },
  paid: { tone: 'warning', icon: IconCalendarEvent },
  scheduled: { tone: 'info', icon: IconCalendarEvent },
  in_progress: { tone: 'success', icon: IconPlayerPlay },
  completed: { tone: 'neutral', icon: IconCheck },
  client_absent: { tone: 'neutral', icon: IconUserX },
  cancelled: { tone: 'neutral', icon: IconX },
  expired: { tone: 'neutral', icon: IconX },
} as const;

/** Where a session stands. */
export function StateBadge({ state }: { state: State }): ReactElement {
  const { t } = useMessages();
  return <ToneBadge {...LOOKS[state]}>{sentenceCase(t(`ui.session.${state}`))}</ToneBadge>;
}
