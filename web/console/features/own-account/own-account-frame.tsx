import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { AccountFrame } from '../../../ui/own-account/account-frame';
import { OWN_ACCOUNT } from '../../../ui/own-account/messages';

const TABS = [
  { to: '/mi-cuenta', tab: 'data' },
  { to: '/mi-cuenta/seguridad', tab: 'security' },
  { to: '/mi-cuenta/claves', tab: 'keys' },
] as const;

/** One of the pages of the own account, with the way to the others. */
export function OwnAccountFrame({
  tab: current,
  children,
}: {
  tab: (typeof TABS)[number]['tab'];
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(OWN_ACCOUNT);
  const name = t(`profile.${current}`);
  const own = t('ui.account');
  return (
    <AccountFrame
      title={current === 'data' ? own : `${own}: ${name}`}
      pages={TABS.map(({ to, tab }) => ({ to, label: t(`profile.${tab}`) }))}
    >
      {children}
    </AccountFrame>
  );
}
