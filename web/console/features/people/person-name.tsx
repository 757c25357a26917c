import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PEOPLE_MESSAGES } from './messages';
import { useAccount } from './use-accounts';

/** The name of somebody by their id; the id itself while it is on its way, or when nobody has it any more. */
export function PersonName({ id }: { id: string }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { data } = useAccount(id);
  return <>{data?.name ?? t('people.audit.person', { id })}</>;
}
