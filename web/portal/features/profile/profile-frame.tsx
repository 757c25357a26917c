import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { AccountFrame } from '../../../ui/own-account/account-frame';
import { useViewer } from '../../../ui/session/viewer';
import { PROFILE_PAGES } from './messages';

const TABS = [
  { to: '/perfil', tab: 'data' },
  { to: '/perfil/seguridad', tab: 'security' },
  { to: '/perfil/claves', tab: 'keys' },
  { to: '/perfil/colegas', tab: 'colleagues' },
] as const;

/** One of the profile's pages, with the way to the others. */
export function ProfileFrame({
  tab: current,
  children,
}: {
  tab: (typeof TABS)[number]['tab'];
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const { role } = useViewer();
  const shown = TABS.filter(({ tab }) => tab !== 'colleagues' || role === 'client_admin');
  return (
    <AccountFrame
      title={t(`profile.${current}`)}
      pages={shown.map(({ to, tab }) => ({ to, label: t(`profile.${tab}`) }))}
    >
      {children}
    </AccountFrame>
  );
}
