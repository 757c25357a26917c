import { IconArchive, IconHeadset, IconUserQuestion } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Status } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { ToneBadge } from './tone-badge';

const LOOKS = {
  waiting_support: { tone: 'info', icon: IconHeadset },
  waiting_client: { tone: 'warning', icon: IconUserQuestion },
  closed: { tone: 'neutral', icon: IconArchive },
} as const;

/** A ticket's state by its official name. */
export function StatusBadge({ status }: { status: Status }): ReactElement {
  const { t } = useMessages();
  return <ToneBadge {...LOOKS[status]}>{t(`ui.status.${status}`)}</ToneBadge>;
}
