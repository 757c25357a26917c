import type { ReactElement } from 'react';
import { OwnSecurity } from '../../../ui/own-account/own-security';
import { ProfileFrame } from './profile-frame';

/** How one logs in, and where one is logged in. */
export function SecurityPage(): ReactElement {
  return (
    <ProfileFrame tab="security">
      <OwnSecurity />
    </ProfileFrame>
  );
}
