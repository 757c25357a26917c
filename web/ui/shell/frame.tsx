import { IconEyeglass2 } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../i18n/use-messages';
import { useApplication } from '../session/application';
import classes from './frame.module.css';
import { HelpLink } from './help-link';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';

/** What stays around every page: skip link, name, navigation, help, language and theme, always in the same places. */
export function Frame({
  nav,
  account,
  children,
}: {
  nav?: ReactNode;
  account?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages();
  const { title, audience } = useApplication();
  return (
    <>
      <a href="#content" className={classes['skip']}>
        {t('ui.skip')}
      </a>
      <header className={classes['header']}>
        <Link to="/" className={classes['brand']}>
          <IconEyeglass2 size={22} className={classes['sign']} aria-hidden />
          {title}
        </Link>
        {nav}
        <div className={classes['tools']}>
          <HelpLink />
          <LanguageSwitch />
          <ThemeSwitch />
          {account}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes['main']} data-audience={audience}>
        {children}
      </main>
    </>
  );
}
