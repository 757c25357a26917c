import { IconCheck, IconEye, IconEraser, IconLock, IconUserOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PEOPLE_MESSAGES } from './messages';
import type { Account } from './use-accounts';

const LOOKS = {
  active: { tone: 'success', icon: IconCheck },
  locked: { tone: 'warning', icon: IconLock },
  read_only: { tone: 'info', icon: IconEye },
  left: { tone: 'neutral', icon: IconUserOff },
  erased: { tone: 'neutral', icon: IconEraser },
} as const;

/** Whether somebody comes in by an account, and why not. */
export function AccountStatus({ status }: { status: Account['status'] }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  return <ToneBadge {...LOOKS[status]}>{t(`people.status.${status}`)}</ToneBadge>;
}
