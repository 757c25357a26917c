import { Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Instant } from '../format/instant';
import classes from './timeline.module.css';

export type EntryKind = 'message' | 'own' | 'note' | 'solution' | 'call' | 'payment' | 'closing';

/** One piece of a conversation: what it is by icon and word, who, when, and what was said. */
export function Entry({
  kind,
  icon: Sign,
  label,
  hint,
  who,
  at,
  anchor,
  children,
}: {
  kind: EntryKind;
  icon: Icon;
  label: string;
  hint?: string;
  who: string;
  at: string;
  anchor: string;
  children: ReactNode;
}): ReactElement {
  return (
    <article id={anchor} className={classes['entry']} data-kind={kind}>
      <header className={classes['head']}>
        <span className={classes['label']}>
          <Sign size="1.1em" aria-hidden />
          {label}
        </span>
        {hint && <span>{hint}</span>}
        <Text component="span" inherit fw={600}>
          {who}
        </Text>
        <span className={classes['when']}>
          <Instant at={at} short />
        </span>
      </header>
      {children}
    </article>
  );
}
