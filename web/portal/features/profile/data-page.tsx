import type { ReactElement } from 'react';
import { OwnData } from '../../../ui/own-account/own-data';
import { ProfileFrame } from './profile-frame';

/** Who one is for support, how one reads, and everything that the service holds on oneself. */
export function DataPage(): ReactElement {
  return (
    <ProfileFrame tab="data">
      <OwnData />
    </ProfileFrame>
  );
}
