import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../i18n/use-messages';
import { useApplication } from '../session/application';
import { useViewer } from '../session/viewer';
import classes from './frame.module.css';
import { useCurrentInSight } from './use-current-in-sight';

/** The links of the features that the person may use. */
export function Navigation(): ReactElement {
  const { t } = useMessages();
  const { t: ofFeature } = useTranslation();
  const { features } = useApplication();
  const { role } = useViewer();
  const { pathname } = useLocation();
  const nav = useCurrentInSight(pathname);
  const isAt = (path: string): boolean =>
    pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
  return (
    <nav ref={nav} aria-label={t('ui.nav')} className={classes['nav']}>
      {features
        .flatMap(({ nav }) => nav ?? [])
        .filter(({ roles }) => roles === undefined || roles.includes(role))
        .map(({ to, label, short, within = [] }) => (
          <Link
            key={to}
            to={to}
            className={classes['link']}
            aria-current={[to, ...within].some(isAt) ? 'page' : undefined}
            aria-label={ofFeature(label)}
          >
            {short === undefined ? (
              ofFeature(label)
            ) : (
              <>
                <span className={classes['long']}>{ofFeature(label)}</span>
                <span className={classes['short']}>{ofFeature(short)}</span>
              </>
            )}
          </Link>
        ))}
    </nav>
  );
}
