import { IconAlertTriangle, IconCheck, IconClock, IconPlayerPause, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { daysUntil } from './day';
import { CUSTOMERS_MESSAGES } from './messages';
import type { Contract } from './use-organizations';

const LOOKS = {
  in_force: { tone: 'success', icon: IconCheck },
  not_begun: { tone: 'info', icon: IconClock },
  suspended: { tone: 'warning', icon: IconPlayerPause },
  ended: { tone: 'danger', icon: IconX },
} as const;

export const ENDS_SOON_DAYS = 60;

/** Whether a contract gives a right to support today, and a warning when it soon will not. */
export function StandingBadge({ contract: { standing, endsOn } }: { contract: Contract }): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const days = daysUntil(endsOn);
  if (standing === 'in_force' && days <= ENDS_SOON_DAYS)
    return (
      <ToneBadge tone="warning" icon={IconAlertTriangle}>
        {t('customers.standing.ending', { days })}
      </ToneBadge>
    );
  return <ToneBadge {...LOOKS[standing]}>{t(`customers.standing.${standing}`)}</ToneBadge>;
}
