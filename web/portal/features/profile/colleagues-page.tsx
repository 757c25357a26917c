import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Block } from '../../../ui/own-account/block';
import { CompanyPeople } from './company-people';
import { InvitationForm } from './invitation-form';
import { Invitations } from './invitations';
import { PROFILE_PAGES } from './messages';
import { ProfileFrame } from './profile-frame';

/** Who of the own company has an account, and who gets one; for who administers it. */
export function ColleaguesPage(): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const { role, organization } = useViewer();
  if (role !== 'client_admin')
    return (
      <ProfileFrame tab="colleagues">
        <Text>{t('profile.colleagues.notYours')}</Text>
      </ProfileFrame>
    );
  return (
    <ProfileFrame tab="colleagues">
      <Block title={t('profile.people')}>
        <CompanyPeople />
      </Block>
      <Block title={t('profile.invite')}>
        <Text>{t('profile.invite.body', { organization: organization?.name ?? '—' })}</Text>
        <InvitationForm />
      </Block>
      <Block title={t('profile.invitations')}>
        <Invitations />
      </Block>
    </ProfileFrame>
  );
}
