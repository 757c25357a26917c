import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Block } from './block';
import { LogIns } from './log-ins';
import { OWN_ACCOUNT } from './messages';
import { PasswordChange } from './password-change';
import { SecondFactor } from '../security/second-factor';

/** How one logs in, and where one is logged in. */
export function OwnSecurity(): ReactElement {
  const { t } = useMessages(OWN_ACCOUNT);
  return (
    <>
      <Block title={t('profile.password')}>
        <PasswordChange />
      </Block>
      <Block title={t('security.factor')}>
        <SecondFactor />
      </Block>
      <Block title={t('profile.logIns')}>
        <LogIns />
      </Block>
    </>
  );
}
