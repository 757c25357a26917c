import type { ReactElement } from 'react';
import { OwnKeys } from '../../../ui/own-account/own-keys';
import { ProfileFrame } from './profile-frame';

/** Keys for programs that act for oneself. */
export function KeysPage(): ReactElement {
  return (
    <ProfileFrame tab="keys">
      <OwnKeys />
    </ProfileFrame>
  );
}
