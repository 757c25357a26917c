import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Block } from './block';
import { LogIns } from './log-ins';
import { PROFILE_PAGES } from './messages';
import { PasswordChange } from './password-change';
import { ProfileFrame } from './profile-frame';
import { SecondFactor } from '../../../ui/security/second-factor';

/** How one logs in, and where one is logged in. */
export function SecurityPage(): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  return (
    <ProfileFrame tab="security">
      <Block title={t('profile.password')}>
        <PasswordChange />
      </Block>
      <Block title={t('security.factor')}>
        <SecondFactor />
      </Block>
      <Block title={t('profile.logIns')}>
        <LogIns />
      </Block>
    </ProfileFrame>
  );
}
