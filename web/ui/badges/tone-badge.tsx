import type { Icon } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import classes from './badge.module.css';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A short word with its icon and colour; the word alone says it all. */
export function ToneBadge({
  tone,
  icon: Sign,
  children,
}: {
  tone: Tone;
  icon: Icon;
  children: ReactNode;
}): ReactElement {
  return (
    <span className={classes['badge']} data-tone={tone}>
      <Sign size="1em" stroke={2.2} aria-hidden />
      {children}
    </span>
  );
}
