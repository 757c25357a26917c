import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { POLICIES_MESSAGES } from './messages';
import { PolicyEditor } from './policy-editor';
import { PolicyFrame } from './policy-frame';

/** Waiting, priorities, targets and the paid session. */
export function PolicyPage(): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  return (
    <PolicyFrame title={t('policies.title')} intro={t('policies.intro')}>
      {(policy, manages) => <PolicyEditor policy={policy} manages={manages} />}
    </PolicyFrame>
  );
}
