import type { ReactElement } from 'react';
import { NavLink } from 'react-router';
import classes from './sub-nav.module.css';

/** The pages of one part of the console. */
export function SubNav({
  label,
  links,
}: {
  label: string;
  links: readonly { to: string; label: string }[];
}): ReactElement {
  return (
    <nav aria-label={label} className={classes['nav']}>
      {links.map(({ to, label: name }) => (
        <NavLink key={to} to={to} end className={classes['link'] ?? ''}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
