import type { ReactElement } from 'react';
import { OwnSecurity } from '../../../ui/own-account/own-security';
import { OwnAccountFrame } from './own-account-frame';

/** How one logs in, and where one is logged in. */
export function SecurityPage(): ReactElement {
  return (
    <OwnAccountFrame tab="security">
      <OwnSecurity />
    </OwnAccountFrame>
  );
}
