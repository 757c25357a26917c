import type { ReactElement } from 'react';
import { OwnData } from '../../../ui/own-account/own-data';
import { OwnAccountFrame } from './own-account-frame';

/** Who one is for clients and colleagues, how one reads, and everything that the service holds on oneself. */
export function DataPage(): ReactElement {
  return (
    <OwnAccountFrame tab="data">
      <OwnData />
    </OwnAccountFrame>
  );
}
