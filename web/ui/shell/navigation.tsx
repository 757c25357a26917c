import { Button } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../i18n/use-messages';
import { useApplication } from '../session/application';
import { useViewer } from '../session/viewer';
import classes from './frame.module.css';

/** A few links have room on a phone. */
const FEW = 4;

/** The links of the features that the person may use; on a phone many of them stand behind a button that says where one is. */
export function Navigation(): ReactElement {
  const { t } = useMessages();
  const { t: ofFeature } = useTranslation();
  const { features } = useApplication();
  const { role } = useViewer();
  const { pathname } = useLocation();
  const [opened, setOpened] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => setOpened(false), [pathname]);
  const links = features
    .flatMap(({ nav }) => nav ?? [])
    .filter(({ roles }) => roles === undefined || roles.includes(role));
  const isAt = (path: string): boolean =>
    pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
  const current = links.find(({ to, within = [] }) => [to, ...within].some(isAt));
  const here = current && ofFeature(current.short ?? current.label);
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !opened) return;
    setOpened(false);
    opener.current?.focus();
  };
  return (
    <nav
      aria-label={t('ui.nav')}
      className={classes['nav']}
      data-many={links.length > FEW || undefined}
      onKeyDown={close}
    >
      {links.length > FEW && (
        <Button
          ref={opener}
          variant="default"
          size="compact-md"
          className={classes['opener'] ?? ''}
          leftSection={<IconMenu2 size={16} aria-hidden />}
          aria-expanded={opened}
          aria-controls={id}
          {...(here !== undefined && { 'aria-label': `${t('ui.nav.menu')}: ${here}` })}
          onClick={() => setOpened(!opened)}
        >
          {here ?? t('ui.nav.menu')}
        </Button>
      )}
      <div id={id} className={classes['links']} data-opened={opened || undefined}>
        {links.map(({ to, label, short }) => (
          <Link
            key={to}
            to={to}
            className={classes['link']}
            aria-current={to === current?.to ? 'page' : undefined}
            aria-label={ofFeature(label)}
            onClick={() => setOpened(false)}
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
      </div>
    </nav>
  );
}
