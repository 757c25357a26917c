import { IconDoorExit } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { CUSTOMERS_MESSAGES } from './messages';

/** It is no customer any more. */
export function DepartedBadge(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  return (
    <ToneBadge tone="neutral" icon={IconDoorExit}>
      {t('customers.departed')}
    </ToneBadge>
  );
}
