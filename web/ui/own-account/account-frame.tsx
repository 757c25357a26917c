import type { ReactElement, ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMessages } from '../i18n/use-messages';
import { Page } from '../shell/page';
import { OWN_ACCOUNT } from './messages';
import classes from './own-account.module.css';

/** One of the pages of the own account, with the way to the others. */
export function AccountFrame({
  title,
  pages,
  children,
}: {
  title: string;
  pages: readonly { to: string; label: string }[];
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(OWN_ACCOUNT);
  return (
    <Page title={title} width="text">
      <nav aria-label={t('profile.pages')} className={classes['tabs']}>
        {pages.map(({ to, label }) => (
          <NavLink key={to} to={to} end className={classes['tab'] ?? ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      <div className={classes['blocks']}>{children}</div>
    </Page>
  );
}
