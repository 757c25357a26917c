import type { ReactElement, ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { PROFILE_PAGES } from './messages';
import classes from './profile.module.css';

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
  return (
    <Page title={t(`profile.${current}`)} width="text">
      <nav aria-label={t('profile.pages')} className={classes['tabs']}>
        {TABS.filter(({ tab }) => tab !== 'colleagues' || role === 'client_admin').map(({ to, tab }) => (
          <NavLink key={to} to={to} end className={classes['tab'] ?? ''}>
            {t(`profile.${tab}`)}
          </NavLink>
        ))}
      </nav>
      <div className={classes['blocks']}>{children}</div>
    </Page>
  );
}
