import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { INCIDENTS_MESSAGES } from './messages';
import type { Severity } from './use-incidents';

const LOOKS = {
  critical: { tone: 'danger', icon: IconAlertOctagon },
  major: { tone: 'warning', icon: IconAlertTriangle },
  minor: { tone: 'info', icon: IconInfoCircle },
} as const;

/** How bad an incident is. */
export function SeverityBadge({ severity }: { severity: Severity }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  return <ToneBadge {...LOOKS[severity]}>{t(`incidents.severity.${severity}`)}</ToneBadge>;
}
