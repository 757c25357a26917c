import { IconAlertOctagon, IconChevronDown, IconChevronUp, IconEqual, IconMinus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Priority } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { ToneBadge } from './tone-badge';

const LOOKS = {
  urgent: { tone: 'danger', icon: IconAlertOctagon },
  high: { tone: 'warning', icon: IconChevronUp },
  medium: { tone: 'info', icon: IconEqual },
  low: { tone: 'neutral', icon: IconChevronDown },
  none: { tone: 'neutral', icon: IconMinus },
} as const;

/** A priority by its official name; null for a ticket without one yet. */
export function PriorityBadge({ priority }: { priority: Priority | null }): ReactElement {
  const { t } = useMessages();
  const shown = priority ?? 'none';
  return <ToneBadge {...LOOKS[shown]}>{t(`ui.priority.${shown}`)}</ToneBadge>;
}
