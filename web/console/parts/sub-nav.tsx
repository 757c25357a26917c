import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import classes from './sub-nav.module.css';

/** The pages of one part of the console. */
export function SubNav({
  label,
  links,
}: {
  label: string;
  links: readonly { to: string; label: string }[];
}): ReactElement {
  const { pathname } = useLocation();
  // The nearest above the page: one of them may lie below another.
  const current = links
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .reduce((nearest, { to }) => (to.length > nearest.length ? to : nearest), '');
  return (
    <nav aria-label={label} className={classes['nav']}>
      {links.map(({ to, label: name }) => (
        <Link key={to} to={to} className={classes['link']} aria-current={to === current ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
