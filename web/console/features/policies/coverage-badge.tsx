import { IconBan, IconCheck, IconCoin, IconUsers } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { POLICIES_MESSAGES } from './messages';
import type { TypeValues } from './types';

const LOOKS = {
  included: { tone: 'success', icon: IconCheck },
  quoted: { tone: 'warning', icon: IconCoin },
  consulting: { tone: 'info', icon: IconUsers },
  never: { tone: 'neutral', icon: IconBan },
} as const;

/** How the service stands to what is asked for. */
export function CoverageBadge({ coverage }: Pick<TypeValues, 'coverage'>): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  return <ToneBadge {...LOOKS[coverage]}>{t(`policies.coverage.${coverage}`)}</ToneBadge>;
}
