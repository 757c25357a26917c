import type { ReactElement } from 'react';
import { OwnKeys } from '../../../ui/own-account/own-keys';
import { OwnAccountFrame } from './own-account-frame';

/** Keys for programs that act for oneself. */
export function KeysPage(): ReactElement {
  return (
    <OwnAccountFrame tab="keys">
      <OwnKeys />
    </OwnAccountFrame>
  );
}
